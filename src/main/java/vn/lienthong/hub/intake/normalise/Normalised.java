package vn.lienthong.hub.intake.normalise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.StatusClaim;
import vn.lienthong.hub.platform.reason.Reason;

/** What one record says. */
public sealed interface Normalised {

    /**
     * About the dossier with this code; a record that is only a note has neither facts nor status.
     *
     * @param doubts {@code <field> <rule>} of what was taken as it is although it looks wrong
     */
    record Observed(
            String code,
            @Nullable DossierFacts facts,
            @Nullable StatusClaim status,
            @Nullable Instant snapshotAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> doubts)
            implements Normalised {}

    /** Its shape is impossible: the sender is told why, and trying again cannot help. */
    record Refused(List<Reason> reasons) implements Normalised {}

    /** Its shape is fine but it cannot be placed; the owner is {@code hub} or the id of the sender. */
    record Parked(String cause, String owner, List<Reason> reasons) implements Normalised {}
}
