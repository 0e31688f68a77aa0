package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** An event in the column names of {@code hub.events}. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record EventRow(
        int seq,
        EventKind kind,
        @Nullable Integer status,
        @Nullable Instant at,
        Instant orderAt,
        TimeSource timeSource,
        Verdict verdict,
        Set<EventFlag> flags,
        @Nullable String officer,
        @Nullable String officerTitle,
        @Nullable String unit,
        @Nullable String note,
        List<String> fields) {

    static EventRow of(NewEvent event) {
        StatusClaim claim = event.claim();
        return claim == null
                ? new EventRow(
                        event.seq(),
                        event.kind(),
                        null,
                        null,
                        event.orderAt(),
                        TimeSource.DOOR,
                        event.verdict(),
                        event.flags(),
                        null,
                        null,
                        null,
                        event.note(),
                        event.fields())
                : new EventRow(
                        event.seq(),
                        event.kind(),
                        claim.status().code(),
                        claim.at(),
                        event.orderAt(),
                        claim.timeSource(),
                        event.verdict(),
                        event.flags(),
                        claim.officer(),
                        claim.officerTitle(),
                        claim.unit(),
                        event.note(),
                        event.fields());
    }
}
