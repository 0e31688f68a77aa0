package vn.lienthong.hub.console.pages;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The form for a new plan in the words of the API; what is left empty is not said. */
final class ResendForm {

    static final String[] FIELDS = {
        "work",
        "codes",
        "sender",
        "procedure",
        "from",
        "to",
        "cause",
        "includeConfirmed",
        "perSecond",
        "windowFrom",
        "windowUntil",
        "reason"
    };

    private static final List<String> TEXTS =
            List.of("work", "sender", "procedure", "from", "to", "cause", "perSecond", "reason");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    private ResendForm() {}

    static Map<String, Object> proposal(Map<String, String> sent) {
        Map<String, Object> proposal = new TreeMap<>();
        TEXTS.stream()
                .filter(name -> !value(sent, name).isEmpty())
                .forEach(name -> proposal.put(name, value(sent, name)));
        List<String> codes = Stream.of(BETWEEN.split(value(sent, "codes")))
                .filter(code -> !code.isEmpty())
                .toList();
        if (!codes.isEmpty()) {
            proposal.put("codes", codes);
        }
        proposal.put("includeConfirmed", !value(sent, "includeConfirmed").isEmpty());
        Map<String, String> window = new TreeMap<>();
        window.put("from", value(sent, "windowFrom"));
        window.put("until", value(sent, "windowUntil"));
        window.values().removeIf(String::isEmpty);
        if (!window.isEmpty()) {
            proposal.put("window", window);
        }
        return proposal;
    }

    private static String value(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "");
    }
}
