package vn.lienthong.identity.staff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account as administrators see it.
 *
 * @param invited until when a code for a password waits to be used
 * @param lockedUntil when failed tries lock it
 * @param locked whether an administrator locked the subject
 * @param grants oldest first
 * @param accounts at the province's own provider that stand for this one
 */
record StaffMember(
        String subject,
        String name,
        String displayName,
        boolean hasPassword,
        boolean hasSecondFactor,
        @Nullable Instant invited,
        @Nullable Instant lockedUntil,
        boolean locked,
        List<Grant> grants,
        List<Elsewhere.Named> accounts) {}
