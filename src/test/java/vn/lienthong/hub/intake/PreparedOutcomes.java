package vn.lienthong.hub.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessResourceFailureException;

/** A register that says what the test told it to say. */
final class PreparedOutcomes implements SubmissionOutcomes {

    private final Map<UUID, SubmissionOutcome> known = new ConcurrentHashMap<>();
    private volatile boolean away;

    void isAway() {
        away = true;
    }

    void isBack() {
        away = false;
    }

    void tell(UUID receipt, RecordOutcome... records) {
        List<RecordOutcome> all = List.of(records);
        known.put(receipt, new SubmissionOutcome(receipt, "office", Instant.EPOCH, true, counts(all), all));
    }

    @Override
    public Optional<SubmissionOutcome> find(UUID receipt, int after, int limit) {
        if (away) {
            throw new DataAccessResourceFailureException("no database");
        }
        return Optional.ofNullable(known.get(receipt)).map(all -> page(all, after, limit));
    }

    private static SubmissionOutcome page(SubmissionOutcome all, int after, int limit) {
        List<RecordOutcome> page = all.page().stream()
                .filter(record -> record.no() > after)
                .limit(limit)
                .toList();
        return new SubmissionOutcome(all.receipt(), all.sender(), all.acceptedAt(), all.complete(), all.counts(), page);
    }

    private static SubmissionOutcome.Counts counts(List<RecordOutcome> records) {
        return new SubmissionOutcome.Counts(
                count(records, RecordState.REGISTERED),
                count(records, RecordState.REFUSED),
                count(records, RecordState.PARKED),
                count(records, RecordState.IN_FLIGHT));
    }

    private static int count(List<RecordOutcome> records, RecordState state) {
        return (int) records.stream().filter(record -> record.state() == state).count();
    }
}
