package vn.lienthong.trust;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries: whatever is null does not matter.
 *
 * @param action how the name of the act begins
 * @param object what it was done to, or the dossier that its details name
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String object,
        @Nullable Instant from,
        @Nullable Instant until) {}
