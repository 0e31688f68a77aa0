package vn.lienthong.hub.national.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call that spoke of a dossier, and what was decided about the dossier from its answer.
 *
 * @param step what the call was for: ASK, CREATE, UPDATE, PROGRESS
 * @param seqs events the call carried, absent when it carried none
 * @param verdict on this dossier; absent while no answer is known
 * @param request the bytes that were sent, masked; absent, as the response, for whoever may see no bodies
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Attempt(
        UUID call,
        String environment,
        String service,
        String step,
        List<Integer> seqs,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable Integer httpStatus,
        @Nullable String errorCode,
        @Nullable String verdict,
        @Nullable String words,
        String request,
        @Nullable String response) {

    Attempt withoutBodies() {
        return new Attempt(
                call,
                environment,
                service,
                step,
                seqs,
                startedAt,
                endedAt,
                httpStatus,
                errorCode,
                verdict,
                words,
                "",
                null);
    }
}
