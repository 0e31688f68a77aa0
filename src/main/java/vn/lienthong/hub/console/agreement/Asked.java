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

/** What every act here needs: an operator, and words for what does not fit. */
final class Asked {

    private Asked() {}

    static Actor operator(Caller caller) {
        return caller.allowed(Right.REPLAY);
    }

    static ProblemException unfit(String rule, String field, @Nullable String value, String detail) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT, rule, detail, List.of(new Reason(rule, field, value, Map.of())));
    }

    static ProblemException unknown(String kind, String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, kind, detail);
    }
}
