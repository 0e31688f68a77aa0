package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.Contract;
import vn.lienthong.hub.platform.Stamp;

/** What one record of a submission says about one dossier; with neither facts nor status it is a mere note. */
public record Observation(
        String sender,
        Contract contract,
        UUID receipt,
        int recordNo,
        String code,
        @Nullable DossierFacts facts,
        @Nullable StatusClaim status,
        Stamp stamp,
        Instant acceptedAt,
        @Nullable Instant snapshotAt,
        long configVersion,
        String correlationId) {}
