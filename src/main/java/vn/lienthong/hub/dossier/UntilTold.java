package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dossiers that were handed over, whose news the neighbour they were filed in has not acknowledged. */
@Component
class UntilTold implements HopWatch {

    private final JdbcClient db;
    private final List<Neighbour> neighbours;

    UntilTold(JdbcClient db, List<Neighbour> neighbours) {
        this.db = db;
        this.neighbours = List.copyOf(neighbours);
    }

    @Override
    public Hop hop() {
        return Hop.TELL;
    }

    @Override
    public List<Stuck> stuck(Instant before, int limit) {
        return neighbours.stream()
                .flatMap(neighbour -> stuck(neighbour, before, limit).stream())
                .toList();
    }

    private List<Stuck> stuck(Neighbour at, Instant before, int limit) {
        return db.sql("""
                        select d.code, s.state, s.cause, s.queued_at, s.attempts
                          from hub.sync s
                          join hub.authorities a on a.dossier_id = s.dossier_id and a.stage = 'PROCESSING'
                          join hub.dossiers d on d.id = s.dossier_id
                         where s.neighbour = :neighbour and s.environment = :environment and s.queued_at < :before
                           and (s.state in ('QUEUED', 'SENDING', 'BLOCKED')
                                or s.state = 'IDLE' and s.next_attempt_at is not null)
                         order by s.queued_at limit :limit
                        """)
                .param("neighbour", at.name())
                .param("environment", at.environment())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new Stuck(
                        Hop.TELL,
                        row.getString("code"),
                        at.name(),
                        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                        row.getString("state") + ", attempts " + row.getInt("attempts") + ": "
                                + Objects.requireNonNullElse(row.getString("cause"), "not sent yet")))
                .list();
    }
}
