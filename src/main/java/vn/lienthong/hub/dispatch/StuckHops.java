package vn.lienthong.hub.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.dossier.Hop;
import vn.lienthong.hub.dossier.HopWatch;

/** The two hops between the register and the system that works on a dossier. */
@Configuration(proxyBeanMethods = false)
class StuckHops {

    /** Who answers for a gap of ours. */
    private static final String HUB = "hub";

    private static final String FIRST_OPEN = """
              from hub.handovers h
              left join lateral (select * from hub.dispatches d
                                  where d.dossier_id = h.dossier_id and d.system = h.system
                                    and d.state in ('WAITING', 'SENDING', 'FAILED')
                                  order by d.number limit 1) m on true
            """;

    private static final String COLUMNS =
            " h.code, h.system, h.gap, m.state, m.cause, m.attempts, m.kind, m.next_attempt_at ";

    private static final String NOT_DISPATCHED = "select h.registered_at as since," + COLUMNS + FIRST_OPEN + """
             where h.accepted_at is null and h.dispatched_at is null and h.registered_at < :before
             order by since limit :limit
            """;

    /** Each half begins at an index of what is open, whatever the number of dossiers. */
    private static final String NOT_ACCEPTED =
            "select * from (select h.dispatched_at as since," + COLUMNS + FIRST_OPEN + """
             where h.accepted_at is null and h.dispatched_at < :before
            union all
            select m.created_at as since,""" + COLUMNS + """
              from hub.dispatches m
              join hub.handovers h on h.dossier_id = m.dossier_id and h.system = m.system and h.accepted_at is not null
             where (m.state in ('WAITING', 'SENDING') or m.state = 'FAILED') and m.created_at < :before) open
             order by since limit :limit
            """;

    @Bean
    HopWatch untilDispatched(JdbcClient db, Systems systems, Breakers breakers) {
        return new Watch(Hop.DISPATCH, db, NOT_DISPATCHED, (row, number) -> notDispatched(row, systems, breakers));
    }

    /** Also what came after the dossier and does not arrive: a payment, a supplement, a withdrawal. */
    @Bean
    HopWatch untilAccepted(JdbcClient db, Systems systems, Breakers breakers) {
        return new Watch(Hop.ACCEPT, db, NOT_ACCEPTED, (row, number) -> notAccepted(row, systems, breakers));
    }

    private static HopWatch.Stuck notDispatched(ResultSet row, Systems systems, Breakers breakers) throws SQLException {
        @Nullable String system = row.getString("system");
        Instant since = instant(row, "since");
        if (system == null) {
            String gap = row.getString("gap");
            return new HopWatch.Stuck(
                    Hop.DISPATCH, row.getString("code"), HUB, since, gap == null ? "not planned yet" : gap);
        }
        return new HopWatch.Stuck(
                Hop.DISPATCH,
                row.getString("code"),
                systems.named(system),
                since,
                cause(row, system, systems, breakers));
    }

    private static HopWatch.Stuck notAccepted(ResultSet row, Systems systems, Breakers breakers) throws SQLException {
        String system = String.valueOf(row.getString("system"));
        return new HopWatch.Stuck(
                Hop.ACCEPT,
                row.getString("code"),
                systems.named(system),
                instant(row, "since"),
                cause(row, system, systems, breakers));
    }

    private static String cause(ResultSet row, String system, Systems systems, Breakers breakers) throws SQLException {
        @Nullable String state = row.getString("state");
        if (state == null) {
            return "sent, and neither acknowledged nor spoken of since";
        }
        String words = Objects.requireNonNullElse(row.getString("cause"), "");
        String kind = String.valueOf(row.getString("kind"));
        String what = kind + ", attempts " + row.getInt("attempts") + (words.isEmpty() ? "" : ": " + words);
        boolean fetches = systems.find(system)
                .map(rules -> rules.fetches(Kind.valueOf(kind)))
                .orElse(false);
        return switch (state) {
            case "FAILED" -> "not taken: " + what;
            case "SENDING" -> (fetches ? "fetched, not acknowledged: " : "being sent: ") + what;
            default -> (fetches ? "not fetched: " : breakers.open(system) ? "breaker open: " : "waits: ") + what;
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private record Watch(
            Hop hop, JdbcClient db, String sql, org.springframework.jdbc.core.RowMapper<HopWatch.Stuck> reader)
            implements HopWatch {

        @Override
        public List<Stuck> stuck(Instant before, int limit) {
            return db.sql(sql)
                    .param("before", before.atOffset(ZoneOffset.UTC))
                    .param("limit", limit)
                    .query(reader)
                    .list();
        }
    }
}
