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
import vn.lienthong.hub.dossier.Repair;
import vn.lienthong.hub.dossier.UnplacedRecords;
import vn.lienthong.hub.intake.submissions.Replays;

/** Records that name a dossier and did not reach the register: where they stand, and how they get another chance. */
@Repository
class RecordTraces implements UnplacedRecords, Repair {

    private final JdbcClient db;
    private final Replays replays;

    RecordTraces(JdbcClient db, Replays replays) {
        this.db = db;
        this.replays = replays;
    }

    @Override
    public Map<String, Trace> of(Collection<String> codes) {
        return db
                .sql("""
                        select distinct on (code) code, sender, state, cause, owner from hub.records
                        where state <> 'REGISTERED' and replaced_by is null and code = any(:codes) order by code, accepted_at desc""")
                .param("codes", codes.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("code"), trace(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Trace trace(ResultSet row) throws SQLException {
        return new Trace(
                row.getString("sender"), row.getString("state"), row.getString("cause"), row.getString("owner"));
    }

    @Override
    public Kind kind() {
        return Kind.RENORMALISE;
    }

    /** In the order in which they came. */
    @Override
    public Done mend(Order order) {
        List<Replays.Key> keys = db.sql("""
                        select receipt, no, accepted_at from hub.records
                        where state in ('PARKED', 'REFUSED') and replaced_by is null and code = :code
                        order by accepted_at, receipt, no""")
                .param("code", order.code())
                .query((row, number) -> new Replays.Key(
                        Objects.requireNonNull(row.getObject("receipt", UUID.class)),
                        row.getInt("no"),
                        row.getObject("accepted_at", OffsetDateTime.class).toInstant()))
                .list();
        int replayed = keys.isEmpty() ? 0 : replays.replay(keys);
        return new Done(replayed > 0, replayed + " records replayed");
    }
}
