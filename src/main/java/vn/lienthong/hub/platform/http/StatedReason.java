package vn.lienthong.hub.platform.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.lienthong.hub.platform.reason.Reason;

/** Why somebody does something that the audit must explain later. */
public final class StatedReason {

    private static final int LONGEST = 500;

    private StatedReason() {}

    /** Without blanks around it; a problem that names the field when there is none, or too much of it. */
    public static String required(@Nullable String reason) {
        String said = reason == null ? "" : reason.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "reason-missing",
                    "Give a reason of at most " + LONGEST + " characters",
                    List.of(Reason.of(said.isEmpty() ? "missing-field" : "too-long", "reason", null)));
        }
        return said;
    }
}
