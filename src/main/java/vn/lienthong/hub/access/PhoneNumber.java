package vn.lienthong.hub.access;

import java.util.Map;
import java.util.regex.Pattern;
import vn.lienthong.trust.Checked;

/** A Vietnamese phone number in its national form, {@code 0...}. */
public final class PhoneNumber {

    public static final String IMPOSSIBLE = "impossible-phone";

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s.()-]");
    private static final Pattern SEVERAL = Pattern.compile("[/;,]");
    private static final Pattern ABROAD = Pattern.compile("\\+[0-9]{7,15}");
    private static final Pattern NATIONAL = Pattern.compile("0[0-9]{9,10}");
    private static final Pattern WITHOUT_ZERO = Pattern.compile("[35789][0-9]{8}|2[0-9]{9}|1[2689][0-9]{8}");
    private static final Pattern WITH_COUNTRY = Pattern.compile("84(?:[35789][0-9]{8}|2[0-9]{9}|1[2689][0-9]{8})");
    private static final Pattern BEFORE_2018 = Pattern.compile("01[2689][0-9]{8}");

    // the eleven-digit mobile prefixes that lost a digit in 2018
    private static final Map<String, String> SINCE_2018 = Map.ofEntries(
            Map.entry("0120", "070"),
            Map.entry("0121", "079"),
            Map.entry("0122", "077"),
            Map.entry("0126", "076"),
            Map.entry("0128", "078"),
            Map.entry("0123", "083"),
            Map.entry("0124", "084"),
            Map.entry("0125", "085"),
            Map.entry("0127", "081"),
            Map.entry("0129", "082"),
            Map.entry("0162", "032"),
            Map.entry("0163", "033"),
            Map.entry("0164", "034"),
            Map.entry("0165", "035"),
            Map.entry("0166", "036"),
            Map.entry("0167", "037"),
            Map.entry("0168", "038"),
            Map.entry("0169", "039"),
            Map.entry("0186", "056"),
            Map.entry("0188", "058"),
            Map.entry("0199", "059"));

    private PhoneNumber() {}

    /**
     * Takes dots, spaces and +84 away, gives back the zero a spreadsheet took, and the ten digits that an old mobile
     * number has today; of several numbers the first is kept.
     */
    public static Checked check(String text) {
        String number = today(
                national(PUNCTUATION.matcher(SEVERAL.split(text.strip(), 2)[0]).replaceAll("")));
        boolean usable =
                NATIONAL.matcher(number).matches() || ABROAD.matcher(number).matches();
        return usable ? Checked.passed(number) : new Checked.Failed(IMPOSSIBLE);
    }

    private static String national(String number) {
        if (number.startsWith("+84") || number.startsWith("0084")) {
            String local = number.substring(number.startsWith("+") ? 3 : 4);
            return local.startsWith("0") ? local : "0" + local;
        }
        if (WITH_COUNTRY.matcher(number).matches()) {
            return "0" + number.substring(2);
        }
        return WITHOUT_ZERO.matcher(number).matches() ? "0" + number : number;
    }

    private static String today(String number) {
        String prefix = BEFORE_2018.matcher(number).matches() ? SINCE_2018.get(number.substring(0, 4)) : null;
        return prefix == null ? number : prefix + number.substring(4);
    }
}
