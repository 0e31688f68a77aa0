package vn.lienthong.hub.access;

import java.util.regex.Pattern;

/** A Vietnamese phone number in its national form, {@code 0...}. */
public final class PhoneNumber {

    public static final String IMPOSSIBLE = "impossible-phone";

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s.()-]");
    private static final Pattern SEVERAL = Pattern.compile("[/;,]");
    private static final Pattern ABROAD = Pattern.compile("\\+[0-9]{7,15}");
    private static final Pattern NATIONAL = Pattern.compile("0[0-9]{9,10}");
    private static final Pattern WITHOUT_ZERO = Pattern.compile("[35789][0-9]{8}|2[0-9]{9}");

    private PhoneNumber() {}

    /** Takes dots, spaces and +84 away, gives back the zero a spreadsheet took; of several numbers the first is kept. */
    public static Checked check(String text) {
        String number = PUNCTUATION.matcher(SEVERAL.split(text.strip(), 2)[0]).replaceAll("");
        if (number.startsWith("+84")) {
            number = "0" + number.substring(number.startsWith("+840") ? 4 : 3);
        } else if (number.length() == 11 && number.startsWith("84")) {
            number = "0" + number.substring(2);
        } else if (WITHOUT_ZERO.matcher(number).matches()) {
            number = "0" + number;
        }
        boolean usable =
                NATIONAL.matcher(number).matches() || ABROAD.matcher(number).matches();
        return usable ? Checked.passed(number) : new Checked.Failed(IMPOSSIBLE);
    }
}
