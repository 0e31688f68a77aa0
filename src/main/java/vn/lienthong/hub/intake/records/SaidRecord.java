package vn.lienthong.hub.intake.records;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.submissions.KeptRecords.Place;

/**
 * A record that spoke of a dossier.
 *
 * @param receipt the text its sender holds
 * @param seqs the events that it made
 * @param size of its whole submission
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record SaidRecord(
        @JsonIgnore UUID receiptId,
        String receipt,
        int no,
        String sender,
        RecordState state,
        List<Integer> seqs,
        OffsetDateTime acceptedAt,
        String contentType,
        long size,
        int together,
        long configVersion,
        String correlationId) {

    Place place() {
        return new Place(receiptId, no, acceptedAt.toInstant());
    }
}
