package vn.lienthong.hub.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A status event as a neighbour needs it; {@code at} is the time the register orders it by. */
public record OutwardEvent(
        int seq,
        DossierStatus status,
        Verdict verdict,
        Instant at,
        Instant recordedAt,
        @Nullable String officer,
        @Nullable String officerTitle,
        @Nullable String unit,
        @Nullable String note,
        String correlationId) {

    public boolean effective() {
        return verdict.effective();
    }
}
