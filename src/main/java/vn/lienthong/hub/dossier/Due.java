package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.deadline.Deadlines;

/**
 * When the result is due, who says so, and what the hub proposes to the sender while nobody does.
 *
 * @param original the date the department stated first
 * @param computed the hub's own date, kept beside the department's
 */
record Due(
        @Nullable Instant at,
        @Nullable DueSource source,
        @Nullable Instant proposed,
        @Nullable Instant original,
        @Nullable Computed computed) {

    static final Due UNKNOWN = new Due(null, null, null, null, null);

    /** By the version of the procedure at reception: frozen then, and moved by stops only. */
    record Computed(Instant original, Instant current, long ruleVersion, boolean provisional) {}

    boolean missing() {
        return source == DueSource.PROPOSED;
    }

    @Nullable
    Instant computedNow() {
        return computed == null ? null : computed.current();
    }

    /** What an operator should know of this date that was not so before. */
    Set<EventFlag> newFlags(Due before) {
        boolean same = Objects.equals(at, before.at) && Objects.equals(computedNow(), before.computedNow());
        return !same && Deadlines.differs(at, computedNow())
                ? EnumSet.of(EventFlag.DUE_DIFFERS)
                : EnumSet.noneOf(EventFlag.class);
    }
}
