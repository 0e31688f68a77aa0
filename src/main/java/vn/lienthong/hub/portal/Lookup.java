package vn.lienthong.hub.portal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.trust.Masks;

/** Reads the dossier code of a look-up from the path or from {@code ?code=}. */
final class Lookup {

    private static final int LONGEST_CODE = 100;

    private Lookup() {}

    static String code(@Nullable String inPath, @Nullable String inQuery) {
        String code = inPath != null ? inPath : inQuery;
        if (code == null || code.isBlank() || code.length() > LONGEST_CODE) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-code",
                    "Cần một mã hồ sơ không quá " + LONGEST_CODE + " ký tự",
                    List.of(new Reason("missing-field", "code", Masks.code(code), Map.of())));
        }
        return code.strip();
    }
}
