package vn.lienthong.hub.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the result is due, who says so, and what the hub proposes to the sender while nobody does. */
record Due(
        @Nullable Instant at,
        @Nullable DueSource source,
        @Nullable Instant proposed) {

    static final Due UNKNOWN = new Due(null, null, null);

    boolean missing() {
        return source == DueSource.PROPOSED;
    }
}
