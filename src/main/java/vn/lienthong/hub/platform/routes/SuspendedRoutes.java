package vn.lienthong.hub.platform.routes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Which routes operators have suspended, on every node and over restarts. */
@Repository
class SuspendedRoutes {

    private final JdbcClient db;

    SuspendedRoutes(JdbcClient db) {
        this.db = db;
    }

    /**
     * An order to stand still.
     *
     * @param until when the route takes messages again by itself; null for not before somebody says so
     */
    record Suspension(
            String route,
            Actor operator,
            String reason,
            OffsetDateTime since,
            @Nullable OffsetDateTime until) {

        boolean isOver(Instant now) {
            return until != null && !now.isBefore(until.toInstant());
        }
    }

    /** By route. */
    Map<String, Suspension> all() {
        return db.sql("select * from hub.suspended_routes").query((row, number) -> suspension(row)).list().stream()
                .collect(Collectors.toMap(Suspension::route, Function.identity()));
    }

    /** In the place of what was ordered for the same route before; false where that has no end and this one has. */
    boolean keep(Suspension order) {
        return db.sql("""
                        insert into hub.suspended_routes (route_id, suspended_by, by_role, suspended_at, reason, until)
                        values (:route, :operator, :role, :since, :reason, :until)
                        on conflict (route_id) do update set suspended_by = excluded.suspended_by,
                          by_role = excluded.by_role, suspended_at = excluded.suspended_at,
                          reason = excluded.reason, until = excluded.until
                        where excluded.until is null or suspended_routes.until is not null
                        """)
                        .param("route", order.route())
                        .param("operator", order.operator().name())
                        .param("role", order.operator().role().name())
                        .param("since", order.since())
                        .param("reason", order.reason())
                        .param("until", order.until())
                        .update()
                == 1;
    }

    void remove(String routeId) {
        db.sql("delete from hub.suspended_routes where route_id = :route")
                .param("route", routeId)
                .update();
    }

    /** Takes away what is over by now; each order is told to one node only. */
    List<Suspension> end(Instant now) {
        return db.sql("delete from hub.suspended_routes where until <= :now returning *")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> suspension(row))
                .list();
    }

    private static Suspension suspension(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        return new Suspension(
                row.getString("route_id"),
                new Actor(row.getString("suspended_by"), Role.valueOf(row.getString("by_role"))),
                row.getString("reason"),
                row.getObject("suspended_at", OffsetDateTime.class).withOffsetSameInstant(VietnamTime.OFFSET),
                until == null ? null : until.withOffsetSameInstant(VietnamTime.OFFSET));
    }
}
