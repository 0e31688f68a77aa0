package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.sender.Contract;
import vn.lienthong.hub.platform.time.Stamp;

/**
 * What one record of a submission says about one dossier; with neither facts nor status it is a mere note.
 *
 * @param doubts {@code <field> <rule>} of what was taken as it is although it looks wrong
 */
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
        String correlationId,
        List<String> doubts) {

    public Observation {
        doubts = List.copyOf(doubts);
    }
}
