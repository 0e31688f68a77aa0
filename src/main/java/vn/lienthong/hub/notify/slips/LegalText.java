package vn.lienthong.hub.notify.slips;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a reason can stand on a paper for a citizen: a sentence of the law's language, never a machine's code. */
final class LegalText {

    private static final int FEWEST_WORDS = 3;
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern MACHINE = Pattern.compile(
            "(?i)exception|stack ?trace|error[ _-]?code|\\bnull\\b|\\bundefined\\b|\\bNaN\\b|https?://|SQLSTATE|\\bHTTP ?[1-5]\\d\\d\\b"
                    + "|[{}<>\\[\\]]|\\b[a-z]+(?:\\.[a-z]+){2,}\\b|\\b[A-Z]+(?:_[A-Z0-9]+)+\\b|\\bE\\d{2,}\\b");

    private LegalText() {}

    static boolean readable(@Nullable String text) {
        return text != null
                && WORD.matcher(text).results().limit(FEWEST_WORDS).count() == FEWEST_WORDS
                && !MACHINE.matcher(text).find();
    }
}
