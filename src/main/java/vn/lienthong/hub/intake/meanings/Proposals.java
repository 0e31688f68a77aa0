package vn.lienthong.hub.intake.meanings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.platform.time.VietnamTime;

/** The proposals, newest first. */
@Repository
class Proposals {

    private final JdbcClient db;

    Proposals(JdbcClient db) {
        this.db = db;
    }

    /** Empty when there is an open one for the same cause. */
    Optional<Long> add(String sender, String cause, String code, String meaning, String reason, String by, Instant at) {
        return db.sql("""
                        insert into hub.meaning_proposals (proposed_at, proposed_by, sender, cause, code, meaning, reason)
                        values (:at, :by, :sender, :cause, :code, :meaning, :reason)
                        on conflict (sender, cause) where state = 'PROPOSED' do nothing
                        returning id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("sender", sender)
                .param("cause", cause)
                .param("code", code)
                .param("meaning", meaning)
                .param("reason", reason)
                .query(Long.class)
                .optional();
    }

    /** False when it is decided already. */
    boolean decide(long id, Proposal.State state, String by, String decision, @Nullable Long version, Instant at) {
        return db.sql("""
                        update hub.meaning_proposals
                           set state = :state, decided_at = :at, decided_by = :by, decision = :decision, version = :version
                         where id = :id and state = 'PROPOSED'
                        """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("decision", decision)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** The same for nobody else until the caller's transaction ends. */
    Optional<Proposal> locked(long id) {
        return db.sql("select * from hub.meaning_proposals where id = :id for update")
                .param("id", id)
                .query((row, number) -> proposal(row))
                .optional();
    }

    Optional<Proposal> find(long id) {
        return db.sql("select * from hub.meaning_proposals where id = :id")
                .param("id", id)
                .query((row, number) -> proposal(row))
                .optional();
    }

    /** How many records are parked for its cause now. */
    long waiting(Proposal proposal) {
        return db.sql("""
                        select count(*) from hub.records where state = 'PARKED' and sender = :sender and cause = :cause
                        """)
                .param("sender", proposal.sender())
                .param("cause", proposal.cause())
                .query(Long.class)
                .single();
    }

    List<Proposal> page(
            @Nullable String sender, @Nullable String cause, Proposal.@Nullable State state, long before, int limit) {
        return db.sql("""
                        select * from hub.meaning_proposals
                         where (cast(:sender as text) is null or sender = :sender)
                           and (cast(:cause as text) is null or cause = :cause)
                           and (cast(:state as text) is null or state = :state)
                           and id < :before
                         order by id desc limit :limit
                        """)
                .param("sender", sender)
                .param("cause", cause)
                .param("state", state == null ? null : state.name())
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> proposal(row))
                .list();
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Proposal(
                row.getLong("id"),
                local(row.getObject("proposed_at", OffsetDateTime.class)),
                row.getString("proposed_by"),
                row.getString("sender"),
                row.getString("cause"),
                row.getString("code"),
                row.getString("meaning"),
                row.getString("reason"),
                Proposal.State.valueOf(row.getString("state")),
                decided == null ? null : local(decided),
                row.getString("decided_by"),
                row.getString("decision"),
                row.getObject("version", Long.class));
    }

    private static OffsetDateTime local(OffsetDateTime at) {
        return at.withOffsetSameInstant(VietnamTime.OFFSET);
    }
}
