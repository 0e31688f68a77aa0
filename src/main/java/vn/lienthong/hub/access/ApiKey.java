package vn.lienthong.hub.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Role;

/** What the hub keeps of a key: never the secret, only its keyed hash. */
record ApiKey(
        String prefix,
        String mac,
        String principal,
        Role role,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    boolean opensAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    Actor actor() {
        return new Actor(principal, role);
    }
}
