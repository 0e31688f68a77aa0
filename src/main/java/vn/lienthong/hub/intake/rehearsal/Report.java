package vn.lienthong.hub.intake.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.StatusClaim;
import vn.lienthong.hub.intake.rehearsal.Pointer.Pointed;

/**
 * What a sample would come to.
 *
 * @param undecodable why nobody can read the whole; empty when there are records
 */
record Report(String sender, Words mapping, List<Pointed> undecodable, List<One> records) {

    /**
     * The mapping tried.
     *
     * @param files that say it, the one that has the last word first
     * @param since the configuration version that brought its present words; 0 for a proposal
     */
    record Words(List<String> files, String sha256, long since) {}

    /** How a record would end. */
    enum Outcome {
        REGISTERED,
        REFUSED,
        PARKED
    }

    /**
     * One record.
     *
     * @param dossier in canonical words; null when the record is refused or parked by the mapping
     * @param unknownCodes what only the hub's people can give a meaning
     * @param violations what only the sender can mend
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            int no,
            Outcome outcome,
            @Nullable DossierFacts dossier,
            @Nullable StatusClaim status,
            List<Told> neighbours,
            List<Pointed> unknownCodes,
            List<Pointed> violations,
            List<String> doubts,
            Coverage coverage) {}

    /**
     * What a neighbour would be told, masked.
     *
     * @param record null when the dossier would be held
     * @param hold why, where it is the register that holds it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            String neighbour,
            @Nullable JsonNode record,
            List<JsonNode> steps,
            @Nullable String hold,
            List<Missing> missing) {}

    /** A field the neighbour requires and the dossier does not have, by the line that requires it. */
    record Missing(String field, Line at) {}
}
