package vn.lienthong.hub.catalog;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds Vietnamese words however they are typed: {@code so noi vu} finds {@code Sở Nội vụ}. */
public final class PlainText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}.]+");

    private final String[] words;

    private PlainText(String query) {
        this.words = BETWEEN_WORDS.split(plain(query).strip());
    }

    public static PlainText query(String query) {
        return new PlainText(query);
    }

    /** Whether every word of the query is in one of the texts, as the beginning of a word. */
    public boolean in(@Nullable String... texts) {
        String all = Stream.of(texts)
                .filter(text -> text != null)
                .map(text -> " " + BETWEEN_WORDS.matcher(plain(text)).replaceAll(" "))
                .reduce("", String::concat);
        return Arrays.stream(words).allMatch(word -> all.contains(" " + word));
    }

    private static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.replace('đ', 'd').replace('Đ', 'D').toLowerCase(Locale.ROOT);
    }
}
