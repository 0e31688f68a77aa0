package vn.lienthong.hub.console.repairs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How a record that failed was mended.
 *
 * @param state the record is in now; an edited one stays refused, see {@code replacement}
 * @param changedAt when it came to that state
 * @param code of its dossier, where it reached one
 * @param order what somebody ordered last for it; null when nobody is known to have
 * @param replacement what stands for it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Repair(
        String receipt,
        int no,
        String sender,
        String state,
        OffsetDateTime changedAt,
        @Nullable String code,
        @Nullable RepairOrder order,
        @Nullable Replacement replacement) {

    Repair withoutOrder() {
        return new Repair(receipt, no, sender, state, changedAt, code, null, replacement);
    }

    /** The record that was sent in the place of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Replacement(
            String receipt, String state, @Nullable String code) {}
}
