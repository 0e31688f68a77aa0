package vn.lienthong.hub.intake.value;

import java.time.LocalDate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.access.PhoneNumber;
import vn.lienthong.trust.Checked;
import vn.lienthong.trust.PersonalId;
import vn.lienthong.trust.TaxCode;

/** Rules for who somebody is, by the checks of {@code access}. */
final class IdentityRules {

    // a spreadsheet takes one or two zeros from 12 digits and one from 9 or 10
    private static final Pattern ID_WITHOUT_ZEROS = Pattern.compile("\\d{10,11}|\\d{8}");
    private static final Pattern TAX_WITHOUT_ZERO = Pattern.compile("\\d{9}|\\d{11}");

    private IdentityRules() {}

    /** Số định danh, 12 digits; a valid CMND is none of it. */
    static ValueRule personalId(boolean restoreZeros) {
        return (value, today) -> person(value, restoreZeros, today, false);
    }

    /** CMND, 9 digits; a valid số định danh is none of it. */
    static ValueRule oldId(boolean restoreZeros) {
        return (value, today) -> person(value, restoreZeros, today, true);
    }

    static ValueRule taxCode(boolean restoreZeros) {
        return (value, today) -> {
            String code = Scalars.text(value);
            boolean shortened = restoreZeros && TAX_WITHOUT_ZERO.matcher(code).matches();
            return ruled(TaxCode.check(shortened ? "0" + code : code, today));
        };
    }

    static ValueRule phone() {
        return (value, today) -> ruled(PhoneNumber.check(Scalars.text(value)));
    }

    private static Ruled person(JsonNode value, boolean restoreZeros, LocalDate today, boolean old) {
        String id = Scalars.text(value);
        if (restoreZeros && ID_WITHOUT_ZEROS.matcher(id).matches()) {
            id = "0".repeat((id.length() == 8 ? 9 : 12) - id.length()) + id;
        }
        Checked checked = PersonalId.check(id, today);
        boolean other = checked instanceof Checked.Passed passed && PersonalId.isOld(passed.value()) != old;
        return other ? Ruled.NONE : ruled(checked);
    }

    private static Ruled ruled(Checked checked) {
        return switch (checked) {
            case Checked.Passed passed -> Ruled.doubted(passed.value(), passed.warning());
            case Checked.Failed failed -> Ruled.broken(failed.rule());
        };
    }
}
