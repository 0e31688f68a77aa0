package vn.lienthong.hub.intake;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import vn.lienthong.hub.platform.http.ProblemException;

/** What the door says when it does not take a submission. */
final class Rejections {

    static final Duration SOON = Duration.ofSeconds(5);

    static final ProblemException FOREIGN_SENDER =
            new ProblemException(HttpStatus.FORBIDDEN, "foreign-sender", "This key belongs to another sender");
    static final ProblemException SANDBOX_ONLY = new ProblemException(
            HttpStatus.CONFLICT,
            "sandbox-only",
            "This sender has not gone live: push to the same path behind /sandbox, or have the line sandbox: true removed"
                    + " from its file");
    static final ProblemException UNKNOWN_SENDER =
            new ProblemException(HttpStatus.NOT_FOUND, "unknown-sender", "There is no such sender");
    static final ProblemException NO_SERVICE = new ProblemException(
            HttpStatus.NOT_FOUND, "no-service", "This sender calls no service; it pushes to /api/v1/senders");
    static final ProblemException NO_ENVELOPE = new ProblemException(
            HttpStatus.NOT_FOUND, "no-envelope", "This sender calls with no envelope; it pushes to /api/v1/senders");
    static final ProblemException UNKNOWN_RECEIPT =
            new ProblemException(HttpStatus.NOT_FOUND, "unknown-receipt", "This receipt was not given to you");
    static final ProblemException EMPTY =
            new ProblemException(HttpStatus.BAD_REQUEST, "empty-body", "The submission has no body");
    static final ProblemException TOO_SLOW = new ProblemException(
            HttpStatus.REQUEST_TIMEOUT, "upload-too-slow", "The body did not arrive in time; send it again");
    static final ProblemException ENCODED = new ProblemException(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "encoded-body", "Send the body without Content-Encoding");
    static final ProblemException OTHER_BYTES = new ProblemException(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "idempotency-conflict",
            "This Idempotency-Key was used for another body; use a new key for new content");
    static final ProblemException BROKER_AWAY = new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "broker-unavailable",
                    "The submission could not be kept; send it again")
            .retryAfter(SOON);
    static final ProblemException STORE_AWAY = new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "store-unavailable",
                    "The submission could not be kept; send it again")
            .retryAfter(SOON);
    static final ProblemException REGISTER_AWAY = new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE, "register-unavailable", "The outcome cannot be read now; ask again")
            .retryAfter(SOON);

    private Rejections() {}

    static ProblemException tooLarge(long limit) {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is larger than " + limit + " bytes");
    }

    static ProblemException unsupported(Iterable<String> accepted) {
        return new ProblemException(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-type",
                "Content-Type must be one of " + String.join(", ", accepted));
    }

    static ProblemException header(String name, String rule) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-header", name + " must be " + rule);
    }
}
