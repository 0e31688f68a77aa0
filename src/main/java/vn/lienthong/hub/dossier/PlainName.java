package vn.lienthong.hub.dossier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A person's name as it is searched for. */
public final class PlainName {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private PlainName() {}

    /** Lower case without Vietnamese marks, single spaces: {@code Đỗ Thị  Ánh} becomes {@code do thi anh}. */
    public static String of(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String latin = bare.replace('đ', 'd').replace('Đ', 'D');
        return SPACES.matcher(latin.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
