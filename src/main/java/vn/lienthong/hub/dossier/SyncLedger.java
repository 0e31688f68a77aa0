package vn.lienthong.hub.dossier;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The outbox towards every neighbour: one row per dossier, neighbour and environment says what was
 * acknowledged and what is still owed.
 */
@Repository
public class SyncLedger {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<Neighbour> neighbours;

    public SyncLedger(JdbcClient jdbc, Clock clock, List<Neighbour> neighbours) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.neighbours = List.copyOf(neighbours);
    }

    /**
     * Marks the dossier as changed up to {@code lastSeq}, in the register's own transaction.
     *
     * @param details whether the facts (not only the status) changed
     * @param before the register's last seq before this change
     * @param from the neighbour that told it, which need not be told; empty when none did
     * @return whether a wake-up message is worth sending
     */
    public boolean changed(UUID dossierId, int lastSeq, int before, boolean details, String from) {
        var wake = false;
        for (var neighbour : neighbours) {
            wake |= neighbour.name().equals(from)
                    ? heard(neighbour, dossierId, lastSeq, before, details)
                    : owe(neighbour, dossierId, lastSeq, details);
        }
        return wake;
    }

    /**
     * The neighbour knows what it told. What it was not told before that stays owed; then its own news are told back
     * with it, which changes nothing there.
     */
    private boolean heard(Neighbour from, UUID dossierId, int lastSeq, int before, boolean details) {
        return jdbc.sql("""
                        insert into hub.sync as s (dossier_id, neighbour, environment, last_seq, details_seq, acked_seq,
                                                   acked_details_seq, confirmed_seq, confirmed_details_seq, known_there,
                                                   state, lane, queued_at)
                        values (:dossier, :neighbour, :environment, :seq, :details, :seq, :details, :seq, :details, true,
                                'IDLE', 'LIVE', :now)
                        on conflict (dossier_id, neighbour, environment) do update set
                          known_there = true,
                          last_seq = greatest(s.last_seq, excluded.last_seq),
                          details_seq = greatest(s.details_seq, excluded.details_seq),
                          acked_seq = case when s.state = 'IDLE' and s.acked_seq >= :before
                                           then excluded.last_seq else s.acked_seq end,
                          confirmed_seq = case when s.state = 'IDLE' and s.confirmed_seq >= :before
                                               then excluded.last_seq else s.confirmed_seq end,
                          acked_details_seq = case when s.state = 'IDLE' and s.acked_details_seq >= s.details_seq
                                              then greatest(s.details_seq, excluded.details_seq)
                                              else s.acked_details_seq end,
                          confirmed_details_seq = case when s.state = 'IDLE' and s.confirmed_details_seq >= s.details_seq
                                              then greatest(s.details_seq, excluded.details_seq)
                                              else s.confirmed_details_seq end,
                          state = case when s.state = 'SENDING' then 'SENDING'
                                       when s.state = 'IDLE' and s.acked_seq >= :before
                                        and s.acked_details_seq >= s.details_seq then 'IDLE'
                                       else 'QUEUED' end,
                          queued_at = case when s.state in ('IDLE', 'BLOCKED') then excluded.queued_at
                                           else s.queued_at end
                        returning state = 'QUEUED' and queued_at = :now""")
                .param("dossier", dossierId)
                .param("neighbour", from.name())
                .param("environment", from.environment())
                .param("seq", lastSeq)
                .param("before", before)
                .param("details", details ? lastSeq : 0)
                .param("now", OffsetDateTime.now(clock))
                .query(Boolean.class)
                .single();
    }

    /** A row being sent stays so: whoever settles it sees the newer seq and queues it again. */
    private boolean owe(Neighbour to, UUID dossierId, int lastSeq, boolean details) {
        return jdbc.sql("""
                        insert into hub.sync as s (dossier_id, neighbour, environment, last_seq, details_seq,
                                                   state, lane, queued_at)
                        values (:dossier, :neighbour, :environment, :seq, :details, 'QUEUED', 'LIVE', :now)
                        on conflict (dossier_id, neighbour, environment) do update set
                          last_seq = greatest(s.last_seq, excluded.last_seq),
                          details_seq = greatest(s.details_seq, excluded.details_seq),
                          state = case s.state when 'SENDING' then 'SENDING' else 'QUEUED' end,
                          lane = case s.state when 'QUEUED' then s.lane else 'LIVE' end,
                          queued_at = case s.state when 'QUEUED' then s.queued_at else excluded.queued_at end,
                          next_attempt_at = null, cause = null
                        returning state = 'QUEUED' and queued_at = :now""")
                .param("dossier", dossierId)
                .param("neighbour", to.name())
                .param("environment", to.environment())
                .param("seq", lastSeq)
                .param("details", details ? lastSeq : 0)
                .param("now", OffsetDateTime.now(clock))
                .query(Boolean.class)
                .single();
    }
}
