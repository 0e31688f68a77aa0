package vn.lienthong.hub.intake.failures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.dossier.ParkedRecords;
import vn.lienthong.hub.intake.submissions.Replays;
import vn.lienthong.hub.intake.submissions.SecondReadings;
import vn.lienthong.hub.platform.reason.Reason;

/** Parked records, for plans that put many of them through the mapping again. */
@Repository
class ParkedTable implements ParkedRecords {

    private final JdbcClient db;
    private final SecondReadings readings;
    private final Replays replays;

    ParkedTable(JdbcClient db, SecondReadings readings, Replays replays) {
        this.db = db;
        this.readings = readings;
        this.replays = replays;
    }

    @Override
    public List<Parked> choose(Choice choice, int limit) {
        return db.sql("""
                        select receipt, no, accepted_at, code from hub.records
                        where state = 'PARKED'
                          and (cast(:sender as text) is null or sender = :sender)
                          and (cast(:from as timestamptz) is null or accepted_at >= cast(:from as timestamptz))
                          and (cast(:until as timestamptz) is null or accepted_at < cast(:until as timestamptz))
                          and (cast(:cause as text) is null or starts_with(cause, :cause))
                          and (cardinality(:codes) = 0 or code = any(:codes))
                        order by accepted_at, receipt, no limit :limit""")
                .param("sender", choice.sender())
                .param("from", choice.from() == null ? null : choice.from().toString())
                .param("until", choice.until() == null ? null : choice.until().toString())
                .param("cause", choice.cause())
                .param("codes", choice.codes().toArray(String[]::new))
                .param("limit", limit)
                .query((row, number) -> new Parked(key(row), row.getString("code")))
                .list();
    }

    @Override
    public Map<Key, Fate> now(Collection<Key> keys) {
        return db
                .sql("""
                        select receipt, no, accepted_at, state, cause from hub.records
                        where receipt = any(:receipts)""")
                .param("receipts", keys.stream().map(Key::receipt).distinct().toArray(UUID[]::new))
                .query((row, number) -> Map.entry(key(row), new Fate(row.getString("state"), row.getString("cause"))))
                .list()
                .stream()
                .filter(entry -> keys.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Fate foresee(Key key) {
        return readings.of(key.receipt(), key.no(), key.acceptedAt())
                .map(SecondReadings.Both::today)
                .map(today -> new Fate(
                        today.state().name(),
                        today.reasons().stream().map(Reason::rule).distinct().collect(Collectors.joining(", "))))
                .orElse(new Fate("PARKED", "its sender is not configured any more"));
    }

    @Override
    public void replay(List<Key> keys) {
        replays.replay(keys.stream()
                .map(key -> new Replays.Key(key.receipt(), key.no(), key.acceptedAt()))
                .toList());
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                Objects.requireNonNull(row.getObject("receipt", UUID.class)),
                row.getInt("no"),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant());
    }
}
