package vn.lienthong.hub.console.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened since a moment.
 *
 * @param outages minutes in a row in which no call to a neighbour was answered; minutes without a call count to neither
 * @param acts what people did, newest first; looks at dossiers are in the audit alone
 * @param reveals how often somebody looked at personal data
 */
record HandOver(
        OffsetDateTime since,
        OffsetDateTime at,
        List<Counts> departments,
        List<Outage> outages,
        List<Act> acts,
        long reveals,
        Refused refused,
        List<Note> notes) {

    /**
     * Calls with a key or token that opens nothing, at the node that is asked.
     *
     * @param since when it began to count, at the latest
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(long keys, long tokens, @Nullable OffsetDateTime lastAt, OffsetDateTime since) {}

    /** Records accepted since then, by where they are now. */
    record Counts(String sender, long accepted, long registered, long refused, long parked, long inFlight) {}

    record Outage(String neighbour, OffsetDateTime from, OffsetDateTime until, long calls) {}

    /**
     * @param object the id that the audit has
     * @param about what that id stands for, as far as it is known: whose, which dossier, issue, code or plan
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Act(
            OffsetDateTime at,
            String actor,
            String action,
            String object,
            @Nullable String reason,
            Map<String, Object> about) {

        Act with(Map<String, Object> more) {
            Map<String, Object> all = new HashMap<>(about);
            all.putAll(more);
            return new Act(at, actor, action, object, reason, all);
        }
    }

    record Note(long id, OffsetDateTime at, String actor, String note) {}
}
