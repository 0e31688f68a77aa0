package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a sender says about a dossier's status; {@code at} is absent exactly when the time source is the door. */
public record StatusClaim(
        DossierStatus status,
        @Nullable Instant at,
        TimeSource timeSource,
        @Nullable String officer,
        @Nullable String officerTitle,
        @Nullable String unit,
        @Nullable String note) {

    public StatusClaim {
        timeSource = at == null ? TimeSource.DOOR : timeSource;
        // as fine as PostgreSQL keeps it: a repetition must compare equal
        at = at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }
}
