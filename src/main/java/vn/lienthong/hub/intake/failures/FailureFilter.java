package vn.lienthong.hub.intake.failures;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.submissions.Times;

/** Which failures: whatever is null does not matter. What was refused has no cause but the rule and field of its first reason. */
record FailureFilter(
        @Nullable String sender,
        @Nullable RecordState state,
        @Nullable String cause,
        @Nullable String fingerprint,
        @Nullable Instant from,
        @Nullable Instant to) {

    static final String WHERE = """
            r.state in ('PARKED', 'REFUSED') and r.replaced_by is null
              and (cast(:sender as text) is null or r.sender = :sender)
              and (cast(:state as text) is null or r.state = :state)
              and (cast(:cause as text) is null or :cause = coalesce(r.cause,
                     concat_ws(' ', r.reasons -> 0 ->> 'rule', r.reasons -> 0 ->> 'field')))
              and (cast(:fingerprint as text) is null or r.cause_fingerprint = :fingerprint)
              and (cast(:from as timestamptz) is null or r.accepted_at >= :from)
              and (cast(:to as timestamptz) is null or r.accepted_at < :to)
            """;

    FailureFilter ofSender(String onlySender) {
        return new FailureFilter(onlySender, state, cause, fingerprint, from, to);
    }

    StatementSpec bind(StatementSpec query) {
        return query.param("sender", sender)
                .param("state", state == null ? null : state.name())
                .param("cause", cause)
                .param("fingerprint", fingerprint)
                .param("from", Times.writeOrNull(from))
                .param("to", Times.writeOrNull(to));
    }

    /** For the audit. */
    Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        put(words, "sender", sender);
        put(words, "state", state);
        put(words, "cause", cause);
        put(words, "fingerprint", fingerprint);
        put(words, "from", from);
        put(words, "to", to);
        return words;
    }

    private static void put(Map<String, String> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value.toString());
        }
    }
}
