package vn.lienthong.hub.dossier.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests for supplements that nobody answered in time, on record; the dossier itself stays as it is. */
@Repository
public class SupplementWarnings {

    private final JdbcClient db;
    private final Clock clock;

    public SupplementWarnings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A warning whose dossier still waits for the supplement. */
    public record Open(
            String code,
            String sender,
            @Nullable String agencyId,
            @Nullable String procedureCode,
            Instant askedAt,
            Instant until,
            int days,
            Instant raisedAt) {}

    /** A request that is open and not warned of. */
    record Request(
            UUID dossier,
            @Nullable String procedure,
            @Nullable Long version,
            @Nullable String agency,
            int seq,
            Instant askedAt) {}

    /** Oldest end first; a warning ends with the request it is about. */
    public List<Open> open(int limit) {
        return db.sql("""
                        select d.code, d.sender, d.agency_id, d.procedure_code, w.asked_at, w.until, w.days, w.raised_at
                          from hub.dossiers d join hub.supplement_warnings w on w.dossier_id = d.id
                         where d.status = 5
                           and not exists (select from hub.events e
                                            where e.dossier_id = d.id and e.kind = 'STATUS' and e.status = 5
                                              and e.verdict in ('VALID', 'GAP_BEFORE') and e.order_at > w.asked_at)
                         order by w.until, d.code limit :limit
                        """).param("limit", limit).query(SupplementWarnings::open).list();
    }

    /** Open requests later than this one, oldest first. */
    List<Request> unwarned(Instant after, UUID dossier, int limit) {
        return db.sql("""
                        select d.id, d.procedure_code, d.procedure_version, d.agency_id, e.seq, e.order_at
                          from hub.events e join hub.dossiers d on d.id = e.dossier_id
                         where e.kind = 'STATUS' and e.status = 5 and e.verdict in ('VALID', 'GAP_BEFORE')
                           and (e.order_at, e.dossier_id) > (:after, :dossier) and d.status = 5
                           and not exists (select from hub.events l
                                            where l.dossier_id = d.id and l.kind = 'STATUS' and l.status = 5
                                              and l.verdict in ('VALID', 'GAP_BEFORE')
                                              and (l.order_at, l.seq) > (e.order_at, e.seq))
                           and not exists (select from hub.supplement_warnings w
                                            where w.dossier_id = d.id and w.seq = e.seq)
                         order by e.order_at, e.dossier_id limit :limit
                        """)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("dossier", dossier)
                .param("limit", limit)
                .query(SupplementWarnings::request)
                .list();
    }

    /** False when another node was first. */
    boolean raise(Request request, Instant until, int days) {
        return db.sql("""
                        insert into hub.supplement_warnings (dossier_id, seq, asked_at, until, days, raised_at)
                        values (:dossier, :seq, :asked, :until, :days, :now) on conflict do nothing
                        """)
                        .param("dossier", request.dossier())
                        .param("seq", request.seq())
                        .param("asked", request.askedAt().atOffset(ZoneOffset.UTC))
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("days", days)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    private static Open open(ResultSet row, int number) throws SQLException {
        return new Open(
                row.getString("code"),
                row.getString("sender"),
                row.getString("agency_id"),
                row.getString("procedure_code"),
                time(row, "asked_at"),
                time(row, "until"),
                row.getInt("days"),
                time(row, "raised_at"));
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                row.getString("procedure_code"),
                row.getObject("procedure_version", Long.class),
                row.getString("agency_id"),
                row.getInt("seq"),
                time(row, "order_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
