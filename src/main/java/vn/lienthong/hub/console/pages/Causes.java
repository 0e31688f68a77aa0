package vn.lienthong.hub.console.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.reason.Reasons;

/** Why something fails, in the reader's words; what they do not know is left as the API says it. */
final class Causes {

    private static final Pattern LACKING = Pattern.compile("not sendable: (.+), ask (.+)");
    private static final Pattern OVER = Pattern.compile("held until (.+)");
    private static final Pattern REFUSED = Pattern.compile("refused by the portal: (.*)");
    private static final Pattern UNWRITTEN = Pattern.compile("cannot be written: (.*)");
    private static final Pattern UNLIKE = Pattern.compile("acknowledged, but the portal shows another (.+)");
    private static final Pattern STEP = Pattern.compile("step missing before status (\\d+) \\(event (\\d+)\\)");
    private static final Pattern PARKED = Pattern.compile("parked: (.+)");
    private static final Pattern QUEUE = Pattern.compile("queue (\\S+) is not empty: (\\d+) waiting");
    private static final Pattern HANDED = Pattern.compile("([a-z, ]+): ([A-Z]+), attempts (\\d+)(?:: (.*))?");
    private static final Pattern TOLD = Pattern.compile("([A-Z]+), attempts (\\d+): (.*)");
    private static final Pattern RULE = Pattern.compile("([a-z]+(?:-[a-z0-9]+)+)(?: (\\S+)(?: (.+))?)?");
    /** What a sentence would say of a value that is not known here. */
    private static final Pattern UNSAID = Pattern.compile(" \\(\\{[a-zA-Z]+}\\)|\\{[a-zA-Z]+}| …|:(?= \\.)| (?=\\.$)");

    private static final Pattern FIXED = Pattern.compile("[a-z][a-z, -]+");

    private final Locale language;
    private final Words words;
    private final UnaryOperator<String> departments;

    Causes(Locale language, Words words, UnaryOperator<String> departments) {
        this.language = language;
        this.words = words;
        this.departments = departments;
    }

    String say(String text) {
        Matcher lacking = LACKING.matcher(text);
        if (lacking.matches()) {
            return word("lacking", fields(lacking.group(1)), departments.apply(lacking.group(2)));
        }
        Matcher unlike = UNLIKE.matcher(text);
        if (unlike.matches()) {
            return word("unlike", fields(unlike.group(1)));
        }
        Matcher step = STEP.matcher(text);
        if (step.matches()) {
            return word("step-missing", status(step.group(1)), step.group(2));
        }
        for (Pattern one : List.of(REFUSED, UNWRITTEN, QUEUE)) {
            Matcher found = one.matcher(text);
            if (found.matches()) {
                return word(one == REFUSED ? "refused" : one == QUEUE ? "queue" : "unwritten", groups(found));
            }
        }
        Matcher parked = PARKED.matcher(text);
        return parked.matches() ? word("parked", say(parked.group(1))) : stuck(text);
    }

    /** What the hub itself keeps from the portal, and whose turn it is: the department's where the dossier lacks something. */
    String held(String text) {
        Matcher over = OVER.matcher(text);
        if (over.matches()) {
            return words.say(language, "story.held.sent", over.group(1));
        }
        Matcher lacking = LACKING.matcher(text);
        return lacking.matches()
                ? words.say(language, "story.held.lacks", fields(lacking.group(1)), departments.apply(lacking.group(2)))
                : say(text) + ". " + words.say(language, "story.held.ours");
    }

    private String stuck(String text) {
        Matcher told = TOLD.matcher(text);
        if (told.matches()) {
            return word("told", words.say(language, "sync." + told.group(1)), told.group(2), say(told.group(3)));
        }
        Matcher handed = HANDED.matcher(text);
        if (handed.matches() && words.knows("cause." + key(handed.group(1)))) {
            String after = handed.group(4) == null ? "" : ": " + say(handed.group(4));
            return word(key(handed.group(1)), words.say(language, "handing." + handed.group(2)), handed.group(3))
                    + after;
        }
        Matcher rule = RULE.matcher(text);
        if (rule.matches() && rule.group(2) != null && words.knows("cause." + rule.group(1))) {
            return word(rule.group(1), place(text.substring(rule.end(1) + 1)));
        }
        if (FIXED.matcher(text).matches() && words.knows("cause." + key(text))) {
            return word(key(text));
        }
        return rule.matches() ? rule(text, rule.group(1), rule.group(2), rule.group(3)) : text;
    }

    /** The sentence that the department is told, when it says all that is known here. */
    private String rule(String text, String rule, @Nullable String field, @Nullable String value) {
        String place = field == null ? null : field(field);
        String sentence = Reasons.text(Reason.of(rule, place, Objects.requireNonNullElse(value, "…")), language)
                .sentence();
        return sentence.equals(rule) ? text : UNSAID.matcher(sentence).replaceAll("");
    }

    /** Several names with commas between, each in words and as it is. */
    private String fields(String names) {
        return Arrays.stream(names.split(", ")).map(this::field).collect(Collectors.joining(", "));
    }

    /** Fields that the API counts, each with how many dossiers lack it. */
    String lacks(List<?> counted) {
        return counted.stream()
                .<Map<?, ?>>map(one -> (Map<?, ?>) one)
                .map(lack -> field(String.valueOf(lack.get("field"))) + ": " + lack.get("count"))
                .collect(Collectors.joining("; "));
    }

    /** A field of the portal or of a dossier in words, its own name behind them. */
    String field(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1);
        String key = words.knows("field." + name) ? "field." + name : "field." + last;
        return words.knows(key) ? words.say(language, key) + " (" + name + ")" : name;
    }

    /** A field, and perhaps what stood in it. */
    private String place(String said) {
        int end = said.indexOf(' ');
        return end < 0 ? field(said) : field(said.substring(0, end)) + said.substring(end);
    }

    private String status(String code) {
        return Tale.status(language, words, code);
    }

    private static Object[] groups(Matcher found) {
        Object[] groups = new Object[found.groupCount()];
        Arrays.setAll(groups, at -> found.group(at + 1));
        return groups;
    }

    private static String key(String text) {
        return text.replace(",", "").replace(' ', '-');
    }

    private String word(String key, Object... parts) {
        return words.say(language, "cause." + key, parts);
    }
}
