package vn.lienthong.hub.dossier;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which dossiers changed, in status or details, in an order that never lets a reader miss one (as {@link ChangeFeed}). */
@Repository
public class TouchedDossiers {

    private final JdbcClient db;

    TouchedDossiers(JdbcClient db) {
        this.db = db;
    }

    /** That a dossier changed, and by which of its events. */
    public record Touch(UUID dossier, int seq) {}

    /** Some of them, and the cursor to continue after. */
    public record Page(List<Touch> touches, String next) {}

    private record Row(
            FeedCursor horizon, FeedCursor cursor, @Nullable Touch touch) {}

    /** What changed after the cursor; without a cursor from the beginning. */
    public Page after(@Nullable String cursor, int limit) {
        FeedCursor after = cursor == null ? FeedCursor.START : FeedCursor.parse(cursor);
        List<Row> rows = db.sql("""
                        select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, t.*
                          from (select 1) one left join lateral (
                            (select e.xid, e.id, e.dossier_id, e.seq from hub.events e
                              where (e.xid, e.id) > (cast(:xid as xid8), :id) and e.kind = 'STATUS'
                                and e.xid < pg_snapshot_xmin(pg_current_snapshot())
                              order by e.xid, e.id limit :limit)
                            union all
                            (select e.xid, e.id, e.dossier_id, e.seq from hub.events e
                              where (e.xid, e.id) > (cast(:xid as xid8), :id) and e.kind = 'DETAILS' and e.seq > 1
                                and e.xid < pg_snapshot_xmin(pg_current_snapshot())
                              order by e.xid, e.id limit :limit)
                            order by xid, id limit :limit) t on true
                         order by t.xid, t.id
                        """)
                .param("xid", Long.toUnsignedString(after.xid()))
                .param("id", after.id())
                .param("limit", limit)
                .query((row, number) -> {
                    FeedCursor horizon = new FeedCursor(Long.parseUnsignedLong(row.getString("horizon")), 0);
                    String xid = row.getString("xid");
                    return xid == null
                            ? new Row(horizon, after, null)
                            : new Row(
                                    horizon,
                                    new FeedCursor(Long.parseUnsignedLong(xid), row.getLong("id")),
                                    new Touch(row.getObject("dossier_id", UUID.class), row.getInt("seq")));
                })
                .list();
        Row last = rows.getLast();
        return last.touch() == null
                ? new Page(List.of(), after.later(last.horizon()).text())
                : new Page(rows.stream().map(Row::touch).toList(), last.cursor().text());
    }
}
