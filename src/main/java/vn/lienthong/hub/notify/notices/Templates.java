package vn.lienthong.hub.notify.notices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * {@code province/<province>/notices.yaml}: the words of each event. A part in square brackets is left out when a value
 * in it is not known.
 */
record Templates(Map<String, Template> byEvent) {

    /**
     * All that may stand in a message over a public channel. Not the procedure, which may tell of an illness; no name,
     * no id, no reason, no summary.
     */
    static final Set<String> PLACEHOLDERS =
            Set.of("maHoSo", "tenCoQuan", "ngayTiepNhan", "ngayHenTra", "linkTraCuu", "trangThai");

    private static final YAMLMapper YAML = YAMLMapper.shared();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern NUMBER = Pattern.compile("\\d{9,}");
    private static final Pattern SENSITIVE = Pattern.compile(
            "(?iU)\\b(?:bệnh|HIV|AIDS|khuyết tật|tiền án|án tích|tâm thần|nghiện|ly hôn|nhận con nuôi|CCCD|CMND|căn cước)\\b");

    record Template(@Nullable String sms, @Nullable Email email) {}

    record Email(String subject, String body) {}

    static Templates read(Optional<String> yaml) {
        return new Templates(yaml.map(text -> YAML.readValue(text, new TypeReference<Map<String, Template>>() {}))
                .orElse(Map.of()));
    }

    /** Null when a value that is not optional is missing. */
    static @Nullable String filled(String template, Map<String, String> values) {
        String text = OPTIONAL.matcher(template)
                .replaceAll(part -> known(part.group(1), values) ? Matcher.quoteReplacement(part.group(1)) : "");
        return known(text, values)
                ? PLACEHOLDER
                        .matcher(text)
                        .replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), "")))
                : null;
    }

    /** What must not be in any template: placeholders that are not allowed, numbers like ids, words of a sensitive kind. */
    Set<String> forbidden() {
        Set<String> found = new TreeSet<>();
        byEvent.values().stream().flatMap(Templates::texts).forEach(text -> {
            PLACEHOLDER
                    .matcher(text)
                    .results()
                    .map(name -> name.group(1))
                    .filter(name -> !PLACEHOLDERS.contains(name))
                    .forEach(found::add);
            List.of(NUMBER, SENSITIVE)
                    .forEach(pattern -> pattern.matcher(text).results().forEach(match -> found.add(match.group())));
        });
        return found;
    }

    static Stream<String> texts(Template template) {
        Email email = template.email();
        return Stream.concat(
                Stream.ofNullable(template.sms()),
                email == null ? Stream.empty() : Stream.of(email.subject(), email.body()));
    }

    private static boolean known(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).results().allMatch(name -> values.containsKey(name.group(1)));
    }
}
