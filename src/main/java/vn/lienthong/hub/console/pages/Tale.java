package vn.lienthong.hub.console.pages;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.hub.dossier.DossierStatus;

/** What the timeline says in the API's own words, in the reader's; what it does not know it leaves as it is. */
public final class Tale {

    private static final Pattern ACCEPTED = Pattern.compile("accepted from (.+)");
    private static final Pattern EDITED = Pattern.compile("edited by (.+)");
    private static final Pattern STATUS = Pattern.compile("STATUS (\\d+) (\\w+)");
    private static final Pattern OTHER = Pattern.compile("(DETAILS|NOTE) (\\w+)");
    private static final Pattern HANDED = Pattern.compile("handed (\\w+) (\\w+)");
    private static final Pattern TOOK = Pattern.compile("took it, by (.+)");
    private static final Pattern CALL = Pattern.compile("(\\w+) ([A-Z_]+)");
    private static final Pattern LACKING = Pattern.compile("not sendable: (.+), ask (.+)");
    private static final Pattern RULE = Pattern.compile("([a-z]+(?:-[a-z]+)+) (.+)");
    private static final Map<String, String> KINDS = Map.of("DETAILS", "story.details", "NOTE", "story.note");

    private final Locale language;
    private final Words words;

    Tale(Locale language, Words words) {
        this.language = language;
        this.words = words;
    }

    public String where(Object place) {
        return words.say(language, "where." + place);
    }

    /** The word of this group for a name that comes from data; the name itself when there is none. */
    public String word(String group, Object name) {
        String key = group + "." + name;
        return words.knows(key) ? words.say(language, key) : String.valueOf(name);
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

    public String what(Object place, Object said) {
        String text = String.valueOf(said);
        Matcher accepted = ACCEPTED.matcher(text);
        if (accepted.matches()) {
            return words.say(language, "story.accepted", accepted.group(1));
        }
        Matcher edited = EDITED.matcher(text);
        if (edited.matches()) {
            return words.say(language, "story.edited", edited.group(1));
        }
        Matcher status = STATUS.matcher(text);
        if (status.matches()) {
            String name = DossierStatus.of(Integer.parseInt(status.group(1))).name();
            return judged(words.say(language, "story.status", words.say(language, "status." + name)), status.group(2));
        }
        Matcher other = OTHER.matcher(text);
        if (other.matches()) {
            return judged(words.say(language, KINDS.getOrDefault(other.group(1), "")), other.group(2));
        }
        Matcher handed = HANDED.matcher(text);
        if (handed.matches()) {
            return words.say(language, "story.handed", handed.group(1), handed.group(2));
        }
        Matcher took = TOOK.matcher(text);
        if (took.matches()) {
            return words.say(language, "story.took", took.group(1));
        }
        Matcher call = CALL.matcher(text);
        return "national".equals(place) && call.matches()
                ? words.say(language, "story.call", call.group(1), words.say(language, "answer." + call.group(2)))
                : text;
    }

    /** Why something fails. */
    public String cause(Object said) {
        String text = String.valueOf(said);
        Matcher lacking = LACKING.matcher(text);
        if (lacking.matches()) {
            return words.say(language, "cause.lacking", lacking.group(1), lacking.group(2));
        }
        Matcher rule = RULE.matcher(text);
        return rule.matches() && words.knows("cause." + rule.group(1))
                ? words.say(language, "cause." + rule.group(1), rule.group(2))
                : text;
    }

    private String judged(String what, String verdict) {
        return "VALID".equals(verdict) ? what : what + " (" + words.say(language, "verdict." + verdict) + ")";
    }
}
