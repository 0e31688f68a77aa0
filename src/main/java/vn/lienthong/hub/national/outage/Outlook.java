package vn.lienthong.hub.national.outage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with what is owed to the portal, and what is to be expected.
 *
 * @param breaker {@code ALL} works, {@code ONE} is being probed, {@code NOTHING} is left alone
 * @param heldUntil the end of the maintenance window in force
 * @param waiting dossiers on their way; {@code blocked} ones wait for people and are not among them
 * @param changePerMinute how {@code waiting} moved in the last minutes; null until that was measured
 * @param emptyAt when nothing will wait any more; null when that cannot be told
 * @param basis why it can or cannot be told
 */
record Outlook(
        String breaker,
        @Nullable Instant heldUntil,
        @Nullable String reason,
        long waiting,
        long blocked,
        long oldestUnacknowledgedSeconds,
        @Nullable Long changePerMinute,
        @Nullable Instant emptyAt,
        String basis) {}
