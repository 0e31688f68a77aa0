package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event of a dossier as the register keeps it; {@code fields} names the facts a DETAILS event changed. */
public record EventView(
        long id,
        UUID dossierId,
        int seq,
        EventKind kind,
        @Nullable DossierStatus status,
        @Nullable Instant at,
        Instant orderAt,
        TimeSource timeSource,
        Verdict verdict,
        Set<EventFlag> flags,
        String sender,
        @Nullable String officer,
        @Nullable String officerTitle,
        @Nullable String unit,
        @Nullable String note,
        List<String> fields,
        UUID receipt,
        int recordNo,
        long configVersion,
        String correlationId,
        Instant recordedAt,
        List<String> doubts) {}
