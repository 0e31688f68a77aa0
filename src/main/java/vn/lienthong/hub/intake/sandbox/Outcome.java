package vn.lienthong.hub.intake.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.platform.reason.ReasonText;

/**
 * What a push into the sandbox came to.
 *
 * @param reasons why nobody can read the whole; empty when there are records
 */
record Outcome(String receipt, Instant acceptedAt, List<ReasonText> reasons, List<Line> records) {

    /**
     * One record.
     *
     * @param status where the dossier stands after it, as a national status code
     * @param verdicts what the register makes of each status it brought
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            int no,
            RecordState state,
            @Nullable String code,
            @Nullable Boolean changed,
            @Nullable Integer status,
            List<String> verdicts,
            List<ReasonText> reasons,
            List<Told> neighbours) {}

    /**
     * What a pretended neighbour was told, masked.
     *
     * @param answer {@code ACCEPTED}, or {@code HELD} when what it requires is missing and nothing is sent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            String neighbour, String answer, @Nullable JsonNode record, List<JsonNode> steps, List<String> missing) {}
}
