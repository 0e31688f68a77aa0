package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as it stands, its row locked, seen from one sender; version 0 means that it does not exist yet.
 *
 * @param stale whether the row changed while we waited for its lock: then all but the row itself is from before
 */
record Known(
        UUID id,
        String code,
        String authority,
        @Nullable DossierStatus status,
        long version,
        long detailsVersion,
        int lastSeq,
        @Nullable DossierFacts facts,
        Place place,
        @Nullable Instant receivedAt,
        Due due,
        @Nullable SenderView view,
        List<PastStatus> history,
        boolean stale) {

    static Known nothing(UUID id, Observation first) {
        return new Known(
                id,
                first.code(),
                first.sender(),
                null,
                0,
                0,
                0,
                null,
                Place.NOWHERE,
                null,
                Due.UNKNOWN,
                null,
                List.of(),
                false);
    }

    boolean exists() {
        return version > 0;
    }
}
