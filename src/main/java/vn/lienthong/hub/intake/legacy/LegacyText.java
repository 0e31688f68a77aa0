package vn.lienthong.hub.intake.legacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises text in an alphabet of before Unicode and reads it.
 *
 * <p>It is converted only when three things hold: it has no letter that Latin-1 lacks (Vietnamese in Unicode nearly
 * always has); as it stands, some word cannot be Vietnamese; and in exactly one alphabet every word that is not plain
 * ASCII becomes a Vietnamese syllable. So text whose words are Vietnamese syllables is never touched.
 */
public final class LegacyText {

    private static final Pattern WORDS = Pattern.compile("[\\s\\d.,;:/()\\[\\]\"'!?+-]+");
    private static final int FEWEST_MARKS = 2;
    private static final char LAST_OF_LATIN = '\u00FF';

    /** What became of a text. */
    public enum Finding {
        /** As it was. */
        PROPER,
        /** In an old alphabet, now in Unicode. */
        CONVERTED,
        /** Spells no Vietnamese and fits no single old alphabet: as it was. */
        UNREADABLE
    }

    /** A text and what was found about it. */
    public record Reading(String text, Finding finding) {}

    private LegacyText() {}

    public static Reading read(String text) {
        List<String> words = words(text).filter(word -> !ascii(word)).toList();
        boolean unicode = text.chars().anyMatch(letter -> letter > LAST_OF_LATIN);
        if (unicode || words.stream().allMatch(Syllables::couldBe)) {
            return new Reading(text, Finding.PROPER);
        }
        return marks(text) < FEWEST_MARKS
                ? new Reading(text, Finding.UNREADABLE)
                : only(text)
                        .map(read -> new Reading(read, Finding.CONVERTED))
                        .orElseGet(() -> new Reading(text, Finding.UNREADABLE));
    }

    /** The one reading that is Vietnamese, if there is one. */
    private static Optional<String> only(String text) {
        List<String> readings = new ArrayList<>();
        for (Alphabet alphabet : Alphabet.values()) {
            String read = recased(text, alphabet);
            boolean vietnamese = words(read).filter(word -> !ascii(word)).allMatch(Syllables::is);
            if (vietnamese && !read.equals(text) && !readings.contains(read)) {
                readings.add(read);
            }
        }
        return readings.size() == 1 ? Optional.of(readings.getFirst()) : Optional.empty();
    }

    // where a font made the capitals, the bytes say small letters amid capitals
    private static String recased(String text, Alphabet alphabet) {
        long small =
                text.chars().filter(letter -> letter >= 'a' && letter <= 'z').count();
        long great =
                text.chars().filter(letter -> letter >= 'A' && letter <= 'Z').count();
        String read = alphabet.read(text);
        return small == 0 && great > 1 ? read.toUpperCase(Locale.ROOT) : read;
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(WORDS.split(text)).filter(word -> !word.isEmpty());
    }

    private static long marks(String text) {
        return text.chars().filter(letter -> letter > 127).count();
    }

    private static boolean ascii(String word) {
        return word.chars().allMatch(letter -> letter < 128);
    }
}
