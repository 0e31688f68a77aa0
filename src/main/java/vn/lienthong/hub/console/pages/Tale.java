package vn.lienthong.hub.console.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.DossierStatus;

/** What the timeline says in the API's own words, in the reader's; what it does not know it leaves as it is. */
public final class Tale {

    private static final Pattern ACCEPTED = Pattern.compile("accepted from (.+)");
    private static final Pattern EDITED = Pattern.compile("edited by (.+)");
    private static final Pattern READ_AGAIN = Pattern.compile("read again by (.+)");
    private static final Pattern STATUS = Pattern.compile("STATUS (\\d+) (\\w+)");
    private static final Pattern OTHER = Pattern.compile("(DETAILS|NOTE) (\\w+)");
    private static final Pattern HANDED = Pattern.compile("handed (\\w+) (\\w+)");
    private static final Pattern TOOK = Pattern.compile("took it, by (.+)");
    private static final Pattern CALL = Pattern.compile("(\\w+) ([A-Z_]+)");
    private static final Pattern SILENT = Pattern.compile("(\\w+) no answer yet");
    private static final Pattern EVENT = Pattern.compile("seq (\\d+), at (.+) by (\\w+)");
    private static final Pattern SIZE = Pattern.compile("(\\d+) bytes, (.+)");
    private static final Pattern ASKED = Pattern.compile("seq (\\d+) asked, (\\d+) days, until (.+)");
    private static final Pattern ATTEMPTS = Pattern.compile("(lt-\\S+), attempts (\\d+)(?:, (.*))?");
    private static final Pattern PLANNED = Pattern.compile("(\\S+/\\d+), plan ([0-9a-f-]{36}): (.*)", Pattern.DOTALL);
    private static final String HELD = "not sendable: ";
    private static final String UNWRITTEN = "cannot be written: ";
    private static final Map<String, String> KINDS = Map.of("DETAILS", "story.details", "NOTE", "story.note");

    private final Locale language;
    private final Words words;
    private final UnaryOperator<String> departments;
    private final Causes causes;

    /** {@code departments} gives the name of a code, and the code itself when it has none. */
    Tale(Locale language, Words words, UnaryOperator<String> departments) {
        this.language = language;
        this.words = words;
        this.departments = departments;
        this.causes = new Causes(language, words, departments);
    }

    /** The name of a sender, a step of the way, or whoever else is known by a code; the code itself when it has none. */
    public String department(@Nullable Object code) {
        String id = code == null ? "" : code.toString();
        String name = departments.apply(id);
        return name.equals(id) && words.knows("where." + id) ? words.say(language, "where." + id) : name;
    }

    /** In which way the members of an issue fail: whether the hub holds a dossier or the portal refused it is its cause. */
    public String kind(Object kind, @Nullable Object cause) {
        return words.say(language, "kind." + kind + ("BLOCKED".equals(kind) ? which(cause) : ""));
    }

    private static String which(@Nullable Object cause) {
        String text = cause == null ? "" : cause.toString();
        return text.isEmpty()
                ? ""
                : text.startsWith(HELD) ? ".held" : text.startsWith(UNWRITTEN) ? ".unwritten" : ".refused";
    }

    /** How an issue is mended; of dossiers that lack something by its department only. */
    public String remedy(Object kind, @Nullable Object cause) {
        return words.say(
                language, "kind." + kind + ("BLOCKED".equals(kind) && isLacking(cause) ? ".held" : "") + ".remedy");
    }

    /** Whether the dossiers lack what the portal demands: sent again as they are, they would be kept again. */
    public boolean isLacking(@Nullable Object cause) {
        return ".held".equals(which(cause));
    }

    /** Whether the hub itself keeps it from the portal. */
    static boolean isHeld(@Nullable Object cause) {
        return !which(cause).isEmpty() && !".refused".equals(which(cause));
    }

    /** A field of the portal or of a dossier in words, its own name behind them. */
    public String field(@Nullable Object name) {
        return causes.field(String.valueOf(name));
    }

    /** All that held dossiers lack, each with how many of them. */
    public String lacks(@Nullable Object list) {
        return list instanceof List<?> some ? causes.lacks(some) : "";
    }

    /** The word of this group for a name that comes from data; the name itself when there is none. */
    public String word(String group, Object name) {
        String key = group + "." + name;
        return words.knows(key) ? words.say(language, key) : String.valueOf(name);
    }

    /** What a table of codes fills, in words. */
    public String filled(String canonical) {
        return word("field", canonical.substring(canonical.lastIndexOf('.') + 1));
    }

    /** A canonical word that a code may be said to mean. */
    public String meaning(Object canonical, Object word) {
        String status = "status." + word;
        return "status".equals(canonical) && words.knows(status)
                ? words.say(language, status)
                : word("meaning.is", word);
    }

    /** What was proposed that a code means, as the API keeps it. */
    public String proposed(Object meaning) {
        String text = String.valueOf(meaning);
        return text.startsWith("=") ? words.say(language, "meaning.same", text.substring(1)) : meaning("status", text);
    }

    /** What waits in a queue of the broker; empty for one that is not ours. */
    public String queue(String name) {
        if (words.knows("queue." + name)) {
            return words.say(language, "queue." + name);
        }
        int dot = name.indexOf('.');
        String key = "queue." + name.substring(0, Math.max(dot, 0));
        return words.knows(key) ? words.say(language, key, department(name.substring(dot + 1))) : "";
    }

    /** What the portal answered; its own words as they are. */
    public String said(@Nullable Object answer) {
        String text = answer == null ? "" : answer.toString();
        String key = "said." + text.replace(' ', '-');
        return words.knows(key) ? words.say(language, key) : text;
    }

    /** Whose a text of a dossier is: a sender for a raw record, else a service of the portal. */
    public String label(String kind, String label) {
        if ("RAW".equals(kind)) {
            return department(label);
        }
        String name = word("service", label);
        return name.equals(label) ? label : name + " (" + label + ")";
    }

    public String what(Object place, Object said) {
        String text = String.valueOf(said);
        Matcher accepted = ACCEPTED.matcher(text);
        if (accepted.matches()) {
            return words.say(language, "story.accepted", department(accepted.group(1)));
        }
        Matcher edited = EDITED.matcher(text);
        if (edited.matches()) {
            return words.say(language, "story.edited", edited.group(1));
        }
        Matcher again = READ_AGAIN.matcher(text);
        if (again.matches()) {
            return words.say(language, "story.read-again", again.group(1));
        }
        Matcher status = STATUS.matcher(text);
        if (status.matches()) {
            String name = status(language, words, status.group(1));
            return judged(words.say(language, "story.status", name), status.group(2));
        }
        Matcher other = OTHER.matcher(text);
        if (other.matches()) {
            return judged(words.say(language, KINDS.getOrDefault(other.group(1), "")), other.group(2));
        }
        Matcher handed = HANDED.matcher(text);
        if (handed.matches()) {
            return words.say(
                    language,
                    "story.handed",
                    words.say(language, "handing." + handed.group(1)),
                    words.say(language, "handed." + handed.group(2)));
        }
        Matcher took = TOOK.matcher(text);
        if (took.matches()) {
            return words.say(language, "story.took", took.group(1));
        }
        if (words.knows("story." + text.replace(' ', '-'))) {
            return words.say(language, "story." + text.replace(' ', '-'));
        }
        Matcher silent = SILENT.matcher(text);
        if (silent.matches()) {
            return words.say(language, "story.call", label("SENT", silent.group(1)), words.say(language, "calls.open"));
        }
        Matcher call = CALL.matcher(text);
        return "national".equals(place) && call.matches()
                ? words.say(
                        language,
                        "story.call",
                        label("SENT", call.group(1)),
                        words.say(language, "answer." + call.group(2)))
                : "results".equals(place) ? word("rule", text) : text;
    }

    /** Why something fails. */
    public String cause(@Nullable Object said) {
        return said == null ? "" : causes.say(said.toString());
    }

    /** What the timeline says beside an event. */
    public String detail(Object place, @Nullable Object said) {
        String text = said == null ? "" : said.toString();
        if (isHeld(text) || text.startsWith("held until ")) {
            return causes.held(text);
        }
        Matcher event = EVENT.matcher(text);
        if (event.matches()) {
            return words.say(
                    language,
                    "story.event",
                    event.group(1),
                    event.group(2),
                    words.say(language, "time." + event.group(3)));
        }
        Matcher size = SIZE.matcher(text);
        if (size.matches()) {
            return words.say(language, "story.size", size.group(1), size.group(2));
        }
        Matcher asked = ASKED.matcher(text);
        if (asked.matches()) {
            return words.say(language, "story.asked", asked.group(1), asked.group(2), asked.group(3));
        }
        Matcher attempts = ATTEMPTS.matcher(text);
        if (attempts.matches()) {
            String after = attempts.group(3) == null ? "" : ", " + cause(attempts.group(3));
            return words.say(language, "story.attempts", attempts.group(1), attempts.group(2)) + after;
        }
        Matcher planned = PLANNED.matcher(text);
        if (planned.matches()) {
            return words.say(language, "story.planned", planned.group(1), planned.group(2), planned.group(3));
        }
        return "national".equals(place)
                ? Arrays.stream(text.replace(", code ", ", " + words.say(language, "story.code") + " ")
                                .split(", "))
                        .map(this::said)
                        .collect(Collectors.joining(", "))
                : cause(text);
    }

    static String status(Locale language, Words words, String code) {
        return words.say(
                language, "status." + DossierStatus.of(Integer.parseInt(code)).name());
    }

    private String judged(String what, String verdict) {
        return "VALID".equals(verdict) ? what : what + " (" + words.say(language, "verdict." + verdict) + ")";
    }
}
