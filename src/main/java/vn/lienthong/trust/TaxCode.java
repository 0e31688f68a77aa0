package vn.lienthong.trust;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mã số thuế: 10 digits with a check digit, 13 for a branch, or the 12 digits of a person's own id since 1/7/2025. */
public final class TaxCode {

    public static final String IMPOSSIBLE = "impossible-tax-code";

    private static final Pattern FORM = Pattern.compile("(?<body>[0-9]{10})(?:-?(?<branch>[0-9]{3}))?");
    private static final Pattern PERSON = Pattern.compile("[0-9]{12}");
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    private TaxCode() {}

    public static Checked check(String text, LocalDate today) {
        String code = text.strip().replace(" ", "");
        if (PERSON.matcher(code).matches()) {
            return PersonalId.check(code, today);
        }
        Matcher form = FORM.matcher(code);
        if (!form.matches() || !bodyHolds(form.group("body")) || "000".equals(form.group("branch"))) {
            return new Checked.Failed(IMPOSSIBLE);
        }
        String branch = form.group("branch");
        return Checked.passed(branch == null ? form.group("body") : form.group("body") + "-" + branch);
    }

    private static boolean bodyHolds(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        int digit = 10 - sum % 11;
        return digit < 10 && digit == body.charAt(9) - '0' && !body.startsWith("0000000", 2);
    }
}
