package vn.lienthong.hub.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where two systems say different things of one dossier: what the one that does not keep it said. */
@Repository
public class Divergences {

    private final JdbcClient db;
    private final Clock clock;

    Divergences(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * What a system said of another's dossier.
     *
     * @param claimed null when it spoke of details only
     * @param held the status the register had then
     * @param times how often it said so
     */
    public record Divergence(
            long id,
            String code,
            String sender,
            String owner,
            @Nullable DossierStatus claimed,
            @Nullable DossierStatus held,
            int times,
            Instant firstAt,
            Instant lastAt,
            String correlationId) {}

    /** In the register's own transaction. */
    void keep(Known known, Observation seen) {
        StatusClaim claim = seen.status();
        DossierStatus held = known.status();
        db.sql("""
                        insert into hub.divergences as d (dossier_id, code, sender, owner, claimed, held, receipt, record_no,
                               correlation_id, first_at, last_at)
                        values (:dossier, :code, :sender, :owner, :claimed, :held, :receipt, :no, :correlation, :now, :now)
                        on conflict (dossier_id, sender, claimed) do update set
                          owner = excluded.owner, held = excluded.held, times = d.times + 1, receipt = excluded.receipt,
                          record_no = excluded.record_no, correlation_id = excluded.correlation_id, last_at = excluded.last_at
                        """)
                .param("dossier", known.id())
                .param("code", known.code())
                .param("sender", seen.sender())
                .param("owner", known.authority())
                .param("claimed", claim == null ? 0 : claim.status().code())
                .param("held", held == null ? null : held.code())
                .param("receipt", seen.receipt())
                .param("no", seen.recordNo())
                .param("correlation", seen.correlationId())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Newest first, those of a system, an owner or a dossier where one is given. */
    public List<Divergence> newest(@Nullable String code, @Nullable String sender, @Nullable String owner, int limit) {
        return db.sql("""
                        select * from hub.divergences
                         where (cast(:code as text) is null or code = :code)
                           and (cast(:sender as text) is null or sender = :sender)
                           and (cast(:owner as text) is null or owner = :owner)
                         order by last_at desc, id desc limit :limit
                        """)
                .param("code", code)
                .param("sender", sender)
                .param("owner", owner)
                .param("limit", limit)
                .query((row, number) -> new Divergence(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("sender"),
                        row.getString("owner"),
                        KnownRow.status(row, "claimed"),
                        KnownRow.status(row, "held"),
                        row.getInt("times"),
                        row.getObject("first_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_at", OffsetDateTime.class).toInstant(),
                        row.getString("correlation_id")))
                .list();
    }
}
