package vn.lienthong.trust;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person's id: số định danh (12 digits, ND 137/2015 art. 13, TT 07/2016/TT-BCA art. 7) or the historic CMND (9
 * digits).
 */
public final class PersonalId {

    public static final String PLACEHOLDER = "placeholder-identity";
    public static final String IMPOSSIBLE = "impossible-personal-id";
    public static final String NOT_A_PROVINCE = "identity-outside-provinces";
    public static final String OTHER_BIRTH = "identity-of-another-birth";

    private static final Pattern DIGITS = Pattern.compile("[0-9]{9}|[0-9]{12}");
    private static final Pattern NO_IDENTITY = Pattern.compile("0*[0-9]|([0-9])\\1*|123456789(012)?");
    private static final int OLDEST = 130;

    // codes of the 63 provinces of birth registration; those of merged provinces stay valid for life
    private static final Set<String> PROVINCES = Arrays.stream(
                    ("001 002 004 006 008 010 011 012 014 015 017 019 020 022"
                                    + " 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 049 051 052 054"
                                    + " 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091"
                                    + " 092 093 094 095 096")
                            .split(" "))
            .collect(Collectors.toUnmodifiableSet());

    private PersonalId() {}

    /** Judges an id; a missing province is only a warning, since the code of a country may stand there. */
    public static Checked check(String text, LocalDate today) {
        String id = text.strip().replace(" ", "");
        if (NO_IDENTITY.matcher(id).matches()) {
            return new Checked.Failed(PLACEHOLDER);
        }
        if (!DIGITS.matcher(id).matches()) {
            return new Checked.Failed(IMPOSSIBLE);
        }
        return isOld(id) ? Checked.passed(id) : born(id, today);
    }

    /** Whether a passed id is a CMND, valid until 1/1/2025 and kept in historic data. */
    public static boolean isOld(String id) {
        return id.length() == 9;
    }

    /** Whether a passed id of 12 digits tells this year of birth. */
    public static boolean fits(String id, LocalDate birth) {
        return isOld(id) || birthYear(id) == birth.getYear();
    }

    /** Whether a passed id of 12 digits is a woman's; of an old one nothing is known. */
    public static Optional<Boolean> female(String id) {
        return isOld(id) ? Optional.empty() : Optional.of((id.charAt(3) - '0') % 2 == 1);
    }

    private static int birthYear(String id) {
        return 1900 + (id.charAt(3) - '0') / 2 * 100 + Integer.parseInt(id.substring(4, 6));
    }

    private static Checked born(String id, LocalDate today) {
        int age = today.getYear() - birthYear(id);
        if (age < 0 || age > OLDEST) {
            return new Checked.Failed(IMPOSSIBLE);
        }
        return PROVINCES.contains(id.substring(0, 3)) ? Checked.passed(id) : new Checked.Passed(id, NOT_A_PROVINCE);
    }
}
