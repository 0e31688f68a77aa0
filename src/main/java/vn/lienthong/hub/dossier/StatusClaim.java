package vn.lienthong.hub.dossier;

import java.time.Instant;
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
    }
}
