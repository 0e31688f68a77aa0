package vn.lienthong.identity.telling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing one client is to be told; its id is the {@code jti}, the same at each attempt.
 *
 * @param told how often the client took it before, more than once after a replay
 * @param login the log-in that ended, null for events of another kind
 */
record Errand(
        long id,
        String client,
        Kind kind,
        EventKind event,
        String subject,
        @Nullable UUID login,
        Instant at,
        State state,
        int attempts,
        int told,
        Instant nextAt,
        @Nullable String cause) {

    enum Kind {
        /** A security event token. */
        EVENT,
        /** A logout token (OpenID Connect Back-Channel Logout). */
        LOGOUT
    }

    enum State {
        WAITING,
        DONE,
        /** Nobody would want it any more. */
        GIVEN_UP
    }
}
