package vn.lienthong.hub.notify.callbacks;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.platform.reply.ReplyRows;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * The section {@code callBack} of a sender's file: where it is told, in which words, and what its replies mean.
 *
 * @param words the sender's own word for a status; one without a word is not told
 * @param status what a status is told with, null when none is
 * @param refusal what a refused record is told with, null when none is
 */
record CallBackRules(
        String url,
        String contentType,
        Map<String, String> headers,
        Duration patience,
        DateTimeFormatter dates,
        Map<DossierStatus, String> words,
        @Nullable String status,
        @Nullable String refusal,
        ReplyRows reply) {

    static final String SECTION = "callBack";
    static final String STAND_IN = "stand-in:";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern ADDRESS = Pattern.compile("https?://.+|" + STAND_IN + "/.+");
    private static final int USUAL_PATIENCE = 10;

    /** Empty for a sender that is not called back: nobody gave an address to the words of its format. */
    static Optional<CallBackRules> of(JsonNode settings) {
        JsonNode section = settings.path(SECTION);
        return section.isMissingNode()
                ? Optional.empty()
                : Optional.of(read(section)).filter(rules -> !rules.url.isEmpty());
    }

    boolean toStandIn() {
        return url.startsWith(STAND_IN);
    }

    private static CallBackRules read(JsonNode section) {
        String url = section.path("url").asString("");
        if (!url.isEmpty() && !ADDRESS.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "callBack.url is an http or https address, or stand-in:/path, not '" + url + "'");
        }
        return new CallBackRules(
                url,
                section.path("contentType").asString("application/json"),
                texts(section.path("headers")),
                Duration.ofSeconds(section.path("timeoutSeconds").asInt(USUAL_PATIENCE)),
                DateTimeFormatter.ofPattern(section.path("dateFormat").asString("dd/MM/yyyy HH:mm:ss"))
                        .withZone(VietnamTime.ZONE),
                words(section.path("words")),
                template(section, "status"),
                template(section, "refusal"),
                ReplyRows.read(section.path("reply")));
    }

    private static Map<DossierStatus, String> words(JsonNode words) {
        Map<DossierStatus, String> read = new EnumMap<>(DossierStatus.class);
        texts(words).forEach((status, word) -> read.put(DossierStatus.valueOf(status), word));
        return Map.copyOf(read);
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> read = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> read.put(entry.getKey(), entry.getValue().asString()));
        return Map.copyOf(read);
    }

    private static @Nullable String template(JsonNode section, String kind) {
        JsonNode text = section.path(kind);
        if (text.isMissingNode()) {
            return null;
        }
        Matcher used = PLACEHOLDER.matcher(text.asString());
        String unknown = used.results()
                .map(found -> found.group(1))
                .filter(name -> !CallBackText.NAMES.contains(name))
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "callBack." + kind + " uses " + unknown + "; there are " + CallBackText.NAMES);
        }
        return text.asString();
    }
}
