package vn.lienthong.hub.intake.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules for codes: dossiers, procedures, agencies, and the short lists of a sender. */
final class CodeRules {

    static final String MALFORMED = "malformed-code";
    static final String UNMAPPED = "unmapped-code";

    // TT 01/2018/TT-VPCP art. 19 and its successors; a code of another shape is somebody else's and is kept as it is
    private static final Pattern DOSSIER = Pattern.compile(
            "(?<unit>(?:\\d{3}\\.\\d{2}\\.\\d{2,3}\\.)?[A-Z]\\d{2}(?:\\.\\d{1,4}){0,3})-(?<date>\\d{6}|\\d{8})-\\d{3,10}");
    private static final Pattern FOREIGN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/:#-]{0,63}");
    private static final Pattern PROCEDURE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
    private static final Pattern AGENCY = Pattern.compile("[^\\p{Cntrl}]{1,255}");

    private CodeRules() {}

    static ValueRule dossier() {
        return (value, today) -> {
            String code = TextRules.clean(Scalars.text(value));
            Matcher shape = DOSSIER.matcher(code);
            if (shape.matches()) {
                return isDate(shape.group("date")) ? Ruled.kept(code) : Ruled.broken(DateRules.IMPOSSIBLE);
            }
            return FOREIGN.matcher(code).matches() ? Ruled.kept(code) : Ruled.broken(MALFORMED);
        };
    }

    /** The unit that gave the number, which stands before the first dash. */
    static ValueRule dossierUnit() {
        return (value, today) -> {
            Matcher shape = DOSSIER.matcher(TextRules.clean(Scalars.text(value)));
            return shape.matches() ? Ruled.kept(shape.group("unit")) : Ruled.NONE;
        };
    }

    static ValueRule procedure() {
        return (value, today) -> shaped(TextRules.clean(Scalars.text(value)), PROCEDURE);
    }

    /** A code or a name: the catalog knows both. */
    static ValueRule agency() {
        return (value, today) -> shaped(TextRules.clean(Scalars.text(value)), AGENCY);
    }

    /** A code with no meaning in the list is known to say nothing; one that is not in the list is a gap. */
    static ValueRule list(Map<String, @Nullable String> list) {
        return (value, today) -> {
            String code = TextRules.clean(Scalars.text(value));
            if (!list.containsKey(code)) {
                return new Ruled.Unplaced(UNMAPPED);
            }
            @Nullable String meaning = list.get(code);
            return meaning == null ? Ruled.NONE : Ruled.kept(meaning);
        };
    }

    private static Ruled shaped(String code, Pattern shape) {
        return shape.matcher(code).matches() ? Ruled.kept(code) : Ruled.broken(MALFORMED);
    }

    private static boolean isDate(String digits) {
        try {
            String day = digits.length() == 6 ? "20" + digits : digits;
            LocalDate date = LocalDate.of(
                    Integer.parseInt(day.substring(0, 4)),
                    Integer.parseInt(day.substring(4, 6)),
                    Integer.parseInt(day.substring(6)));
            return date.getYear() >= 2000;
        } catch (DateTimeException impossible) {
            return false;
        }
    }
}
