package vn.lienthong.hub.quality.agreement;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The differences that runs found, in the order in which they were found. */
@Repository
public class Differences {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient db;

    Differences(JdbcClient db) {
        this.db = db;
    }

    /** Which differences of a run; null does not narrow. */
    public record Filter(
            @Nullable Against against,
            @Nullable Kind kind,
            @Nullable Cause cause,
            @Nullable String owner,
            @Nullable Boolean repaired) {

        public static final Filter ALL = new Filter(null, null, null, null, null);
    }

    /** Those behind the given number. */
    public List<Difference> page(UUID run, Filter filter, int after, int limit) {
        return db.sql("""
                select * from hub.differences
                where reconciliation = :run and no > :after
                  and (cast(:against as text) is null or against = :against)
                  and (cast(:kind as text) is null or kind = :kind)
                  and (cast(:cause as text) is null or cause = :cause)
                  and (cast(:owner as text) is null or owner = :owner)
                  and (cast(:repaired as boolean) is null or (repair is not null) = :repaired)
                order by no limit :limit""")
                .param("run", run)
                .param("after", after)
                .param("against", name(filter.against()))
                .param("kind", name(filter.kind()))
                .param("cause", name(filter.cause()))
                .param("owner", filter.owner())
                .param("repaired", filter.repaired())
                .param("limit", limit)
                .query(Differences::difference)
                .list();
    }

    /** All of a run, a page of them in memory. */
    Stream<Difference> all(UUID run) {
        return Stream.iterate(
                        page(run, Filter.ALL, 0, AT_ONCE),
                        page -> !page.isEmpty(),
                        page -> page(run, Filter.ALL, page.getLast().no(), AT_ONCE))
                .flatMap(List::stream);
    }

    public Optional<Difference> find(UUID run, int no) {
        return db.sql("select * from hub.differences where reconciliation = :run and no = :no")
                .param("run", run)
                .param("no", no)
                .query(Differences::difference)
                .optional();
    }

    /** Holds the row until the caller's transaction ends, so that nobody else repairs it meanwhile. */
    Optional<Difference> lock(UUID run, int no) {
        return db.sql("select * from hub.differences where reconciliation = :run and no = :no for update")
                .param("run", run)
                .param("no", no)
                .query(Differences::difference)
                .optional();
    }

    void repaired(UUID run, int no, Difference.Repaired repaired) {
        db.sql("""
                update hub.differences set repair = :repair, repair_reason = :reason, repaired_by = :by,
                  repaired_at = :at, repair_outcome = :outcome
                where reconciliation = :run and no = :no""")
                .param("run", run)
                .param("no", no)
                .param("repair", repaired.repair())
                .param("reason", repaired.reason())
                .param("by", repaired.by())
                .param("at", repaired.at())
                .param("outcome", repaired.outcome())
                .update();
    }

    /** What a run that began anew had found is forgotten. */
    static void forget(JdbcClient own, UUID run) {
        own.sql("delete from hub.differences where reconciliation = :run")
                .param("run", run)
                .update();
    }

    /** Writes a page of findings behind {@code last}, the number of the newest so far. */
    static void write(JdbcClient own, UUID run, int last, List<Causes.Explained> found, Instant now) {
        int no = last;
        Columns columns = new Columns(found.size());
        for (Causes.Explained one : found) {
            columns.add(++no, one);
        }
        columns.insert(own, run, now.atOffset(ZoneOffset.UTC));
    }

    /** A difference that an earlier run saw is as old as it was then. */
    static void age(JdbcClient own, UUID run) {
        own.sql("""
                update hub.differences d set first_seen = before.seen
                from (select o.code, o.against, o.kind, min(o.first_seen) as seen
                      from hub.differences n
                      join hub.differences o on o.code = n.code and o.against = n.against and o.kind = n.kind
                      where n.reconciliation = :run and o.reconciliation <> :run group by 1, 2, 3) before
                where d.reconciliation = :run and d.code = before.code and d.against = before.against
                  and d.kind = before.kind and before.seen < d.first_seen""").param("run", run).update();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Difference difference(ResultSet row, int number) throws SQLException {
        return new Difference(
                row.getInt("no"),
                Against.valueOf(row.getString("against")),
                Kind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("their_code"),
                row.getObject("dossier_id", UUID.class),
                row.getString("sender"),
                row.getString("ours"),
                row.getString("theirs"),
                Cause.valueOf(row.getString("cause")),
                row.getString("detail"),
                row.getString("owner"),
                Lists.at(row, "since"),
                Objects.requireNonNull(Lists.at(row, "first_seen")),
                repairs(row.getArray("repairs")),
                repaired(row));
    }

    private static List<String> repairs(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Difference.@Nullable Repaired repaired(ResultSet row) throws SQLException {
        OffsetDateTime at = Lists.at(row, "repaired_at");
        return at == null
                ? null
                : new Difference.Repaired(
                        row.getString("repair"),
                        row.getString("repair_reason"),
                        row.getString("repaired_by"),
                        at,
                        row.getString("repair_outcome"));
    }
}
