package vn.lienthong.hub.platform.routes;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which routes operators have suspended, on every node and over restarts. */
@Repository
class SuspendedRoutes {

    private final JdbcClient db;

    SuspendedRoutes(JdbcClient db) {
        this.db = db;
    }

    /** Why, by route. */
    Map<String, String> all() {
        return db
                .sql("select route_id, reason from hub.suspended_routes")
                .query((row, number) -> Map.entry(row.getString("route_id"), row.getString("reason")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void add(String routeId, String operator, String reason) {
        db.sql("""
                insert into hub.suspended_routes (route_id, suspended_by, reason) values (:route, :operator, :reason)
                on conflict (route_id) do nothing
                """)
                .param("route", routeId)
                .param("operator", operator)
                .param("reason", reason)
                .update();
    }

    void remove(String routeId) {
        db.sql("delete from hub.suspended_routes where route_id = :route")
                .param("route", routeId)
                .update();
    }
}
