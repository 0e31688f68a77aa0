package vn.lienthong.hub.intake.failures;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.lienthong.hub.platform.http.ProblemException;

/** Why an operator does something that the audit must explain later. */
final class StatedReason {

    private static final int LONGEST = 500;

    private StatedReason() {}

    static String required(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "reason-missing", "Give a reason of at most " + LONGEST + " characters");
        }
        return reason.strip();
    }
}
