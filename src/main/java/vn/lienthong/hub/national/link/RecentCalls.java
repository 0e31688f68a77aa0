package vn.lienthong.hub.national.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.platform.time.VietnamTime;

/** The newest calls to the portal, looked for in ever longer spans so that a busy portal costs no more than a quiet one. */
@Repository
class RecentCalls {

    private static final List<Duration> SPANS =
            List.of(Duration.ofMinutes(10), Duration.ofHours(2), Duration.ofDays(1), Duration.ofDays(30));

    private final JdbcClient db;
    private final Neighbour portal;

    RecentCalls(JdbcClient db, Neighbour nationalPortal) {
        this.db = db;
        this.portal = nationalPortal;
    }

    /** How many calls of a service there were, and how many of them nobody answered. */
    record Made(String service, long calls, long unanswered) {}

    /** The newest first. */
    List<RecentCall> last(Instant now, int most) {
        List<RecentCall> found = List.of();
        for (Duration span : SPANS) {
            found = since(now.minus(span), most);
            if (found.size() == most) {
                break;
            }
        }
        return found.isEmpty() ? found : withDossiers(found);
    }

    List<Made> made(Instant since) {
        return db.sql("""
                        select service, count(*) as calls,
                               count(*) filter (where verdict in ('UNKNOWN', 'NOT_SENT', 'HELD_BACK')) as unanswered
                          from hub.calls
                         where neighbour = :neighbour and environment = :environment and started_at >= :since
                         group by service order by service
                        """)
                .param("neighbour", portal.name())
                .param("environment", portal.environment())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Made(row.getString("service"), row.getLong("calls"), row.getLong("unanswered")))
                .list();
    }

    private List<RecentCall> since(Instant since, int most) {
        return db.sql("""
                        select id, service, started_at, ended_at, http_status, error_code, verdict from hub.calls
                         where neighbour = :neighbour and environment = :environment and started_at >= :since
                         order by started_at desc, id limit :most
                        """)
                .param("neighbour", portal.name())
                .param("environment", portal.environment())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> call(row))
                .list();
    }

    /** Calls that follow each other lie close together, so one look at their span finds all they spoke of. */
    private List<RecentCall> withDossiers(List<RecentCall> calls) {
        Map<UUID, RecentCall> known = new HashMap<>();
        calls.forEach(call -> known.put(call.id(), call));
        db.sql("""
                        select a.call_id, count(*) as many, min(d.code) as code, min(a.correlation_id) as correlation_id
                          from hub.attempts a join hub.dossiers d on d.id = a.dossier_id
                         where a.started_at between :first and :last and a.call_id in (:calls)
                         group by a.call_id
                        """)
                .param("first", calls.getLast().at())
                .param("last", calls.getFirst().at())
                .param("calls", known.keySet())
                .query((row, number) ->
                        known.computeIfPresent(row.getObject("call_id", UUID.class), (id, call) -> about(call, row)))
                .list();
        return calls.stream().map(call -> known.getOrDefault(call.id(), call)).toList();
    }

    private static RecentCall about(RecentCall call, ResultSet row) {
        try {
            return call.about(row.getInt("many"), row.getString("code"), row.getString("correlation_id"));
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static RecentCall call(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("started_at", OffsetDateTime.class).withOffsetSameInstant(VietnamTime.OFFSET);
        @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new RecentCall(
                row.getObject("id", UUID.class),
                at,
                row.getString("service"),
                0,
                null,
                null,
                ended == null ? null : Duration.between(at, ended).toMillis(),
                row.getObject("http_status", Integer.class),
                row.getString("error_code"),
                row.getString("verdict"));
    }
}
