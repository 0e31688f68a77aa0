package vn.lienthong.hub.access.certificates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Role;

/**
 * A certificate that opens the hub for a system.
 *
 * @param validFrom when it begins to: its own beginning, or later
 * @param expiresAt when it ends to: its own end, or earlier
 */
public record Certificate(
        String thumbprint,
        String subject,
        String principal,
        Role role,
        Instant createdAt,
        String createdBy,
        Instant validFrom,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    boolean opensAt(Instant now) {
        return revokedAt == null && !now.isBefore(validFrom) && now.isBefore(expiresAt);
    }

    Actor actor() {
        return new Actor(principal, role);
    }
}
