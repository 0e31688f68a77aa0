package vn.lienthong.hub.console.agreement;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;

/** What every act here needs: an operator, and a reason the audit can give later. */
final class Asked {

    private static final int LONGEST_REASON = 500;

    private Asked() {}

    static Actor operator(Caller caller) {
        return caller.allowed(Right.REPLAY);
    }

    static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "reason-missing",
                    "Give a reason of at most " + LONGEST_REASON + " characters");
        }
        return reason.strip();
    }

    static ProblemException unfit(String rule, String field, @Nullable String value, String detail) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT, rule, detail, List.of(new Reason(rule, field, value, Map.of())));
    }

    static ProblemException unknown(String kind, String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, kind, detail);
    }
}
