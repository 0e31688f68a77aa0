package vn.lienthong.hub.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.time.Stamp;

/** What a sender of snapshots said last about a dossier. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SenderView(@Nullable String hash, @Nullable DossierStatus status, Instant snapshotAt, Stamp stamp) {

    /** Whether a snapshot of that time, which came through the door with that stamp, is behind this one. */
    boolean newerThan(Instant otherSnapshotAt, Stamp otherStamp) {
        int byDate = snapshotAt.compareTo(otherSnapshotAt);
        return byDate > 0 || (byDate == 0 && stamp.compareTo(otherStamp) > 0);
    }
}
