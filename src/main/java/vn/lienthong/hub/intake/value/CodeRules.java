package vn.lienthong.hub.intake.value;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.code.DossierCode;

/** Rules for codes: dossiers, procedures, agencies, and the short lists of a sender. */
final class CodeRules {

    static final String MALFORMED = "malformed-code";
    static final String UNMAPPED = "unmapped-code";
    static final String UNUSUAL = "unusual-code";

    private static final Pattern FOREIGN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/:#-]{0,63}");
    private static final Pattern PROCEDURE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
    private static final String COPY = "\\d\\.\\d{6}(?:\\.(?:\\d{3}\\.\\d{2}\\.\\d{2}\\.)?[GH]\\d{2})?";
    private static final String AGENCY_PAPER = "\\d{3}\\.\\d{2}\\.\\d{2}\\.[GH]\\d{2}-KQ\\d{6}";
    private static final Pattern SERVICE = Pattern.compile(COPY + "\\.\\d{2}");
    private static final Pattern RESULT = Pattern.compile("KQ\\.[GH]\\d{2}\\.\\d{6}|" + AGENCY_PAPER);
    private static final Pattern COMPONENT = Pattern.compile(AGENCY_PAPER);
    private static final Pattern DOMAIN = Pattern.compile("[GH]\\d{2}-[A-Z]{1,4}\\d{1,3}");
    private static final Pattern AGENCY = Pattern.compile("[^\\p{Cntrl}]{1,255}");

    private CodeRules() {}

    /** A code of another shape than a unit's number is somebody else's and is kept as it is. */
    static ValueRule dossier() {
        return (value, today) -> {
            String code = TextRules.clean(Scalars.text(value));
            Optional<DossierCode> number = DossierCode.parse(code);
            if (number.isPresent()) {
                return number.get().date() == null ? Ruled.broken(VietnameseDate.IMPOSSIBLE) : Ruled.kept(code);
            }
            return FOREIGN.matcher(code).matches() ? Ruled.kept(code) : Ruled.broken(MALFORMED);
        };
    }

    /** The unit that gave the number, which stands before the first dash. */
    static ValueRule dossierUnit() {
        return (value, today) -> DossierCode.parse(TextRules.clean(Scalars.text(value)))
                .map(number -> Ruled.kept(number.unit()))
                .orElse(Ruled.NONE);
    }

    static ValueRule service() {
        return usual(SERVICE);
    }

    static ValueRule result() {
        return usual(RESULT);
    }

    static ValueRule component() {
        return usual(COMPONENT);
    }

    static ValueRule domain() {
        return usual(DOMAIN);
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

    /** Departments still use codes of their own: one of an unknown shape is kept and looked at. */
    private static ValueRule usual(Pattern shape) {
        return (value, today) -> {
            String code = TextRules.clean(Scalars.text(value));
            if (shape.matcher(code).matches()) {
                return Ruled.kept(code);
            }
            return PROCEDURE.matcher(code).matches() ? Ruled.doubted(code, UNUSUAL) : Ruled.broken(MALFORMED);
        };
    }
}
