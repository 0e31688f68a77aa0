package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dossier as the register knows it now; {@code dueAt} is the date in force, never the hub's mere proposal. */
public record DossierView(
        UUID id,
        String code,
        String sender,
        @Nullable String procedureCode,
        @Nullable Long procedureVersion,
        @Nullable String agencyId,
        @Nullable DossierStatus status,
        long version,
        long detailsVersion,
        int lastSeq,
        @Nullable DossierFacts facts,
        @Nullable Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable DueSource dueSource,
        @Nullable Instant dueProposed,
        @Nullable Hold hold,
        long configVersion,
        Instant createdAt,
        Instant updatedAt) {}
