package vn.lienthong.trial;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One telling of a story with its own dossier numbers.
 *
 * <p>Templates know {@code ${serial}} (unique in the run), {@code ${id}} (a well-formed personal id), {@code ${phone}}
 * and {@code ${-10d|dd/MM/yyyy HH:mm:ss}} (that long before the run's start, in Vietnam's time).
 */
record Telling(Story story, long firstSerial, OffsetDateTime runStart) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");
    private static final Map<String, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();

    /** One push as bytes, and how many records it carries. */
    record Push(String sender, String contentType, byte[] body, int records) {}

    static OffsetDateTime vietnamNow() {
        return OffsetDateTime.now(ZoneOffset.ofHours(7)).withNano(0);
    }

    List<Push> pushes() {
        return story.steps().stream().map(this::push).toList();
    }

    Push push(Story.Step step) {
        StringBuilder body = new StringBuilder(step.head());
        IntStream.range(0, story.rows()).forEach(i -> body.append(fill(step.row(), firstSerial + i)));
        return new Push(
                story.sender(), step.contentType(), body.toString().getBytes(StandardCharsets.UTF_8), story.rows());
    }

    private String fill(String template, long serial) {
        return PLACEHOLDER.matcher(template).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), serial)));
    }

    private String value(String name, long serial) {
        return switch (name) {
            case "serial" -> "%07d".formatted(serial);
            case "id" -> "0140%02d%06d".formatted(90 - serial % 60, serial % 1_000_000);
            case "phone" -> "09%08d".formatted(serial % 100_000_000);
            default -> time(name);
        };
    }

    private String time(String spec) {
        int bar = spec.indexOf('|');
        String amount = spec.substring(1, bar).toUpperCase(Locale.ROOT);
        Duration ago = Duration.parse((amount.endsWith("D") ? "P" : "PT") + amount);
        OffsetDateTime at = spec.charAt(0) == '-' ? runStart.minus(ago) : runStart.plus(ago);
        return FORMATS.computeIfAbsent(spec.substring(bar + 1), DateTimeFormatter::ofPattern)
                .format(at);
    }
}
