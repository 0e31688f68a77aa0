package vn.lienthong.identity.client;

import java.time.Instant;
import java.util.UUID;

/** Terms that somebody proposed. */
record ClientChange(UUID id, ClientTerms terms, String proposedBy, Instant proposedAt, String reason, State state) {

    enum State {
        /** Waits for a second person. */
        PENDING,
        /** In force, unless a later one replaced it. */
        APPROVED,
        /** Will never be in force. */
        REJECTED
    }
}
