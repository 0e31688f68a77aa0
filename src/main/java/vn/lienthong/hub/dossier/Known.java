package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as it stands, its row locked; version 0 means that it does not exist yet.
 *
 * @param origin the system it was filed in
 * @param authority the system that works on it
 * @param views what each sender of snapshots said last
 */
record Known(
        UUID id,
        String code,
        String origin,
        String authority,
        @Nullable DossierStatus status,
        long version,
        long detailsVersion,
        int lastSeq,
        @Nullable DossierFacts facts,
        Place place,
        @Nullable Instant receivedAt,
        Due due,
        SideStates states,
        Map<String, SenderView> views,
        List<PastStatus> history) {

    static Known nothing(UUID id, Observation first) {
        return new Known(
                id,
                first.code(),
                first.sender(),
                first.sender(),
                null,
                0,
                0,
                0,
                null,
                Place.NOWHERE,
                null,
                Due.UNKNOWN,
                SideStates.UNTOLD,
                Map.of(),
                List.of());
    }

    boolean exists() {
        return version > 0;
    }
}
