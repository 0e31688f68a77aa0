package vn.lienthong.hub.intake.value;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import vn.lienthong.hub.intake.legacy.LegacyText;

/** Rules for words: composed letters (NFC), single spaces, no control characters, a length that ends somewhere. */
final class TextRules {

    static final String TOO_LONG = "too-long";
    static final String CONTROL_CHARACTER = "control-character";
    static final String OLD_LETTERS = "old-letters";
    static final String UNREADABLE_LETTERS = "unreadable-letters";
    static final String IMPOSSIBLE_LINK = "impossible-link";

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u3000]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s/]+(?:/\\S*)?");

    private TextRules() {}

    static ValueRule text(int max) {
        return (value, today) -> {
            String text = clean(Scalars.text(value));
            if (text.isEmpty()) {
                return Ruled.NONE;
            }
            if (text.length() > max) {
                return new Ruled.Broken(TOO_LONG, Map.of("max", Integer.toString(max)));
            }
            return CONTROL.matcher(text).find() ? Ruled.broken(CONTROL_CHARACTER) : readable(text);
        };
    }

    private static Ruled readable(String text) {
        LegacyText.Reading reading = LegacyText.read(text);
        return switch (reading.finding()) {
            case PROPER -> Ruled.kept(text);
            case CONVERTED -> Ruled.doubted(reading.text(), OLD_LETTERS);
            case UNREADABLE -> Ruled.doubted(text, UNREADABLE_LETTERS);
        };
    }

    static ValueRule link() {
        return (value, today) -> {
            String link = Scalars.text(value);
            return LINK.matcher(link).matches() ? Ruled.kept(link) : Ruled.broken(IMPOSSIBLE_LINK);
        };
    }

    static String clean(String text) {
        if (isPlain(text)) {
            return text;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String visible = INVISIBLE.matcher(composed).replaceAll("");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    // most values are ASCII codes and words; they need no normalising
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean twoSpaces = letter == ' ' && i > 0 && text.charAt(i - 1) == ' ';
            if (letter < ' ' || letter > '~' || twoSpaces) {
                return false;
            }
        }
        return true;
    }
}
