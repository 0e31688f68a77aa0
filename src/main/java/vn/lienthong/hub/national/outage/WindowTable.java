package vn.lienthong.hub.national.outage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.dossier.Neighbour;

/** {@code hub.maintenance}: windows are added and ended, never deleted. */
@Repository
class WindowTable {

    private final JdbcClient jdbc;
    private final Neighbour portal;

    WindowTable(JdbcClient jdbc, Neighbour nationalPortal) {
        this.jdbc = jdbc;
        this.portal = nationalPortal;
    }

    void add(Window window) {
        jdbc.sql("""
                        insert into hub.maintenance
                          (id, neighbour, environment, starts_at, ends_at, reason, drain_per_second, ramp_up_seconds, planned_by)
                        values (:id, :neighbour, :environment, :starts, :ends, :reason, :drain, :ramp, :by)""")
                .param("id", window.id())
                .param("neighbour", portal.name())
                .param("environment", portal.environment())
                .param("starts", utc(window.startsAt()))
                .param("ends", utc(window.endsAt()))
                .param("reason", window.reason())
                .param("drain", window.drainPerSecond())
                .param("ramp", window.rampUpSeconds())
                .param("by", window.plannedBy())
                .update();
    }

    /** False when there is no such window or it is over. A window that had not begun is never in force then. */
    boolean end(UUID id, Instant now, String by) {
        return jdbc.sql("""
                                update hub.maintenance set ends_at = greatest(starts_at, :now), ended_by = :by
                                where id = :id and neighbour = :neighbour and environment = :environment
                                  and ends_at > :now and ended_by is null""")
                        .param("id", id)
                        .param("now", utc(now))
                        .param("by", by)
                        .param("neighbour", portal.name())
                        .param("environment", portal.environment())
                        .update()
                == 1;
    }

    /** The one in force that ends last. */
    Optional<Window> inForce(Instant now) {
        return window("starts_at <= :now and ends_at > :now order by ends_at desc", now);
    }

    /** The one that ended last, if it was ever in force. */
    Optional<Window> lastOver(Instant now) {
        return window("starts_at < ends_at and ends_at <= :now order by ends_at desc", now);
    }

    private Optional<Window> window(String which, Instant now) {
        return jdbc.sql("select * from hub.maintenance where neighbour = :neighbour and environment = :environment and "
                        + which + " limit 1")
                .param("neighbour", portal.name())
                .param("environment", portal.environment())
                .param("now", utc(now))
                .query(WindowTable::window)
                .optional();
    }

    /** The newest first. */
    List<Window> latest(int limit) {
        return jdbc.sql("""
                        select * from hub.maintenance where neighbour = :neighbour and environment = :environment
                        order by starts_at desc, id limit :limit""")
                .param("neighbour", portal.name())
                .param("environment", portal.environment())
                .param("limit", limit)
                .query(WindowTable::window)
                .list();
    }

    private static Window window(ResultSet row, int number) throws SQLException {
        return new Window(
                row.getObject("id", UUID.class),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getObject("drain_per_second", Integer.class),
                row.getInt("ramp_up_seconds"),
                row.getString("planned_by"),
                row.getString("ended_by"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
