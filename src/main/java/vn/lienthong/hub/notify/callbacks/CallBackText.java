package vn.lienthong.hub.notify.callbacks;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.core.io.JsonStringEncoder;
import vn.lienthong.hub.dossier.DossierStatus;

/** Fills a sender's template with what happened, escaped for its kind of document. */
final class CallBackText {

    static final String STATUS = "status";
    static final String AT = "at";

    /** What a template may name. */
    static final Set<String> NAMES = new TreeSet<>(Set.of(
            "id",
            "code",
            "procedure",
            STATUS,
            "word",
            AT,
            "officer",
            "unit",
            "note",
            "receipt",
            "record",
            "reasons",
            "correlationId"));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    private CallBackText() {}

    static String of(CallBack told, CallBackRules rules) {
        String template = told.kind() == CallBack.Kind.STATUS ? rules.status() : rules.refusal();
        if (template == null) {
            throw new IllegalStateException("the sender's file has no words for a " + told.kind() + " any more");
        }
        Matcher names = PLACEHOLDER.matcher(template);
        return names.replaceAll(name -> {
            String value = NAMES.contains(name.group(1)) ? value(name.group(1), told, rules) : null;
            return Matcher.quoteReplacement(value == null ? name.group() : escaped(value, rules.contentType()));
        });
    }

    private static String value(String name, CallBack told, CallBackRules rules) {
        Map<String, String> facts = told.facts();
        return switch (name) {
            case "id" -> "cb-" + told.id();
            case "word" -> rules.words().getOrDefault(status(facts), "");
            case AT -> facts.containsKey(AT) ? rules.dates().format(Instant.parse(facts.get(AT))) : "";
            case "correlationId" -> told.correlationId();
            default -> facts.getOrDefault(name, "");
        };
    }

    private static DossierStatus status(Map<String, String> facts) {
        return DossierStatus.of(Integer.parseInt(facts.getOrDefault(STATUS, "1")));
    }

    private static String escaped(String value, String contentType) {
        if (contentType.contains("json")) {
            return new String(JsonStringEncoder.getInstance().quoteAsCharArray(value));
        }
        return contentType.contains("xml") ? HtmlUtils.htmlEscapeDecimal(value) : value;
    }
}
