package vn.lienthong.hub.platform.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.lienthong.hub.platform.reason.Reason;

/** Thrown anywhere at the edge to answer with a problem of this kind; not an error of ours, so it carries no trace. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String kind;
    private final transient List<Reason> reasons;
    private final @Nullable Duration retryAfter;
    private final @Nullable String challenge;

    /** {@code kind} is a kebab-case word such as {@code too-large}; it ends the problem's type. */
    public ProblemException(HttpStatus status, String kind, String detail) {
        this(status, kind, detail, List.of(), null, null);
    }

    public ProblemException(HttpStatus status, String kind, String detail, List<Reason> reasons) {
        this(status, kind, detail, reasons, null, null);
    }

    private ProblemException(
            HttpStatus status,
            String kind,
            String detail,
            List<Reason> reasons,
            @Nullable Duration retryAfter,
            @Nullable String challenge) {
        super(detail, null, false, false);
        this.status = status;
        this.kind = kind;
        this.reasons = List.copyOf(reasons);
        this.retryAfter = retryAfter;
        this.challenge = challenge;
    }

    /** The same problem with a {@code Retry-After} header. */
    public ProblemException retryAfter(Duration wait) {
        return new ProblemException(status, kind, detail(), reasons, wait, challenge);
    }

    /** The same problem with a {@code WWW-Authenticate} header. */
    public ProblemException challenge(String words) {
        return new ProblemException(status, kind, detail(), reasons, retryAfter, words);
    }

    public HttpStatus status() {
        return status;
    }

    public String kind() {
        return kind;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Reason> reasons() {
        return reasons;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public @Nullable String challenge() {
        return challenge;
    }
}
