package vn.lienthong.hub.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Status changes in an order that never lets a reader miss one (delivery.md §6).
 *
 * <p>A row becomes visible to the feed only when no older transaction runs any more, so nothing can still appear behind
 * a cursor.
 */
@Repository
public class ChangeFeed {

    private final JdbcClient db;

    ChangeFeed(JdbcClient db) {
        this.db = db;
    }

    /** One status event; {@code currentStatus} is where the dossier stands now, whatever the event's verdict. */
    public record Change(
            UUID dossierId,
            String code,
            long version,
            int seq,
            DossierStatus status,
            @Nullable Instant at,
            Instant orderAt,
            TimeSource timeSource,
            Verdict verdict,
            @Nullable String officer,
            @Nullable String unit,
            @Nullable String note,
            @Nullable DossierStatus currentStatus,
            Instant recordedAt,
            String sender,
            String correlationId) {}

    /** Some changes, the cursor to continue after them, and whether more are waiting already. */
    public record Page(List<Change> changes, String next, boolean more) {}

    private record Row(
            FeedCursor cursor, FeedCursor horizon, @Nullable Change change) {}

    /**
     * The changes after the cursor; without a cursor from the beginning.
     *
     * @throws MalformedCursorException for a cursor that we did not give out
     */
    public Page after(@Nullable String cursor, int limit) {
        FeedCursor after = cursor == null ? FeedCursor.START : FeedCursor.parse(cursor);
        List<Row> rows = db.sql("""
                        select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, f.*
                          from (select 1) one left join lateral (
                            select e.xid::text as xid, e.id, e.dossier_id, d.code, d.version, e.seq, e.status, e.at,
                                   e.order_at, e.time_source, e.verdict, e.officer, e.unit, e.note,
                                   d.status as current_status, e.recorded_at, e.sender, e.correlation_id
                              from hub.events e join hub.dossiers d on d.id = e.dossier_id
                             where (e.xid, e.id) > (cast(:xid as xid8), :id)
                               and e.xid < pg_snapshot_xmin(pg_current_snapshot())
                               and e.kind = 'STATUS' and e.verdict <> 'OLD_SNAPSHOT'
                               and not 'NOT_AUTHORITATIVE' = any(e.flags)
                             order by e.xid, e.id
                             limit :limit) f on true
                         order by f.xid::xid8, f.id
                        """)
                .param("xid", Long.toUnsignedString(after.xid()))
                .param("id", after.id())
                .param("limit", limit + 1)
                .query(ChangeFeed::row)
                .list();
        return page(rows, after, limit);
    }

    /** A cursor behind everything that can be read now, for a reader who wants only what comes next. */
    public String end() {
        long horizon = Long.parseUnsignedLong(db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single());
        return new FeedCursor(horizon, 0).text();
    }

    /** How long the oldest committed event has been waiting for older transactions to end; a gauge. */
    public Duration lag() {
        return db.sql("""
                        select coalesce(extract(epoch from clock_timestamp() - min(e.recorded_at)), 0)
                          from hub.events e
                         where e.kind = 'STATUS' and e.xid >= pg_snapshot_xmin(pg_current_snapshot())
                        """)
                .query((row, number) -> Duration.ofMillis(Math.max(0, (long) (row.getDouble(1) * 1000))))
                .single();
    }

    private static Page page(List<Row> rows, FeedCursor after, int limit) {
        List<Change> changes = new ArrayList<>();
        FeedCursor last = after;
        for (Row row : rows.subList(0, Math.min(limit, rows.size()))) {
            if (row.change() != null) {
                changes.add(row.change());
                last = row.cursor();
            }
        }
        boolean more = rows.size() > limit;
        // Everything below the horizon was seen: the next reader need not skip again what is no status change.
        FeedCursor horizon = rows.getFirst().horizon();
        return new Page(changes, (more ? last : last.later(horizon)).text(), more);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        FeedCursor horizon = new FeedCursor(Long.parseUnsignedLong(row.getString("horizon")), 0);
        String xid = row.getString("xid");
        return xid == null
                ? new Row(horizon, horizon, null)
                : new Row(new FeedCursor(Long.parseUnsignedLong(xid), row.getLong("id")), horizon, change(row));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getObject("dossier_id", UUID.class),
                row.getString("code"),
                row.getLong("version"),
                row.getInt("seq"),
                DossierStatus.of(row.getInt("status")),
                KnownRow.instant(row, "at"),
                ViewRows.time(row, "order_at"),
                TimeSource.valueOf(row.getString("time_source")),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("officer"),
                row.getString("unit"),
                row.getString("note"),
                KnownRow.status(row, "current_status"),
                ViewRows.time(row, "recorded_at"),
                row.getString("sender"),
                row.getString("correlation_id"));
    }
}
