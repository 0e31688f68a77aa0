package vn.lienthong.hub.dossier;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The workers' side of the ledger: rows are claimed under a lease and settled against it. */
@Repository
public class SyncClaims {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    public SyncClaims(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes queued rows of a lane, oldest first, leaving alone what another worker holds. */
    public List<Claim> claim(Neighbour of, Lane lane, int limit, String lease, Duration life) {
        return jdbc.sql("""
                        with due as (
                          select dossier_id from hub.sync
                          where neighbour = :neighbour and environment = :environment and lane = :lane
                            and state = 'QUEUED'
                          order by queued_at limit :limit for update skip locked)
                        update hub.sync s set state = 'SENDING', lease_id = :lease, lease_until = :until
                        from due
                        where s.dossier_id = due.dossier_id
                          and s.neighbour = :neighbour and s.environment = :environment
                        returning s.*""")
                .param("neighbour", of.name())
                .param("environment", of.environment())
                .param("lane", lane.name())
                .param("limit", limit)
                .param("lease", lease)
                .param("until", until(life))
                .query(SyncClaims::claim)
                .list();
    }

    /**
     * Records what became of rows under this lease; a row whose lease was lost is left to its new holder.
     *
     * @return how many were queued again because the register went on meanwhile
     */
    public long settle(Neighbour of, String lease, Duration life, List<Settlement> settlements) {
        return jdbc
                .sql("""
                        update hub.sync s set
                          known_there = o.known_there, acked_seq = o.acked_seq, passed_over = o.passed_over,
                          acked_details_seq = o.acked_details_seq, acked_details_hash = o.acked_details_hash,
                          confirmed_seq = o.confirmed_seq, confirmed_details_seq = o.confirmed_details_seq,
                          uncertain = o.uncertain, attempts = o.attempts,
                          state = case
                            when o.next = 'SENDING' then 'SENDING'
                            when o.next = 'RELEASE' then 'QUEUED'
                            when o.next <> 'RETRY' and s.last_seq > o.seen_seq then 'QUEUED'
                            when o.next = 'BLOCK' then 'BLOCKED'
                            else 'IDLE' end,
                          lane = case
                            when o.next in ('RELEASE', 'RETRY') then case s.lane when 'BULK' then 'BULK' else 'CATCH_UP' end
                            when o.next <> 'SENDING' and s.last_seq > o.seen_seq then 'LIVE'
                            else s.lane end,
                          lease_until = case o.next when 'SENDING' then cast(:until as timestamptz) end,
                          lease_id = case o.next when 'SENDING' then s.lease_id end,
                          next_attempt_at = case when o.next = 'RETRY' or s.last_seq <= o.seen_seq
                                                 then o.next_attempt_at end,
                          blocked_at = case when o.next = 'BLOCK' and s.last_seq <= o.seen_seq
                                            then cast(:now as timestamptz) else s.blocked_at end,
                          cause = o.cause
                        from jsonb_to_recordset(cast(:rows as jsonb)) as o(
                          dossier_id uuid, seen_seq int, known_there boolean, acked_seq int, passed_over int[],
                          acked_details_seq int, acked_details_hash text, confirmed_seq int, confirmed_details_seq int,
                          uncertain boolean,
                          attempts int, next text, next_attempt_at timestamptz, cause text)
                        where s.dossier_id = o.dossier_id
                          and s.neighbour = :neighbour and s.environment = :environment
                          and s.state = 'SENDING' and s.lease_id = :lease
                        returning s.state""")
                .param(
                        "rows",
                        JSON.writeValueAsString(
                                settlements.stream().map(Row::of).toList()))
                .param("neighbour", of.name())
                .param("environment", of.environment())
                .param("lease", lease)
                .param("until", until(life))
                .param("now", OffsetDateTime.now(clock))
                .query(String.class)
                .list()
                .stream()
                .filter("QUEUED"::equals)
                .count();
    }

    private OffsetDateTime until(Duration life) {
        return OffsetDateTime.now(clock).plus(life);
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                row.getObject("dossier_id", UUID.class),
                row.getInt("last_seq"),
                row.getInt("details_seq"),
                row.getInt("attempts"),
                standing(row));
    }

    static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getBoolean("known_there"),
                row.getInt("acked_seq"),
                row.getInt("acked_details_seq"),
                row.getString("acked_details_hash"),
                numbers(row.getArray("passed_over")),
                row.getInt("confirmed_seq"),
                row.getBoolean("uncertain"),
                row.getInt("confirmed_details_seq"));
    }

    private static List<Integer> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((Integer[]) array.getArray());
    }

    /** A settlement in the ledger's own columns. */
    private record Row(
            @JsonProperty("dossier_id") UUID dossierId,
            @JsonProperty("seen_seq") int seenSeq,
            @JsonProperty("known_there") boolean knownThere,
            @JsonProperty("acked_seq") int ackedSeq,
            @JsonProperty("passed_over") @Nullable List<Integer> passedOver,
            @JsonProperty("acked_details_seq") int ackedDetailsSeq,
            @JsonProperty("acked_details_hash") @Nullable String ackedDetailsHash,
            @JsonProperty("confirmed_seq") int confirmedSeq,
            @JsonProperty("confirmed_details_seq") int confirmedDetailsSeq,
            boolean uncertain,
            int attempts,
            Settlement.Next next,
            @JsonProperty("next_attempt_at") @Nullable Instant nextAttemptAt,
            @Nullable String cause) {

        static Row of(Settlement settled) {
            var standing = settled.standing();
            return new Row(
                    settled.dossierId(),
                    settled.seenSeq(),
                    standing.knownThere(),
                    standing.ackedSeq(),
                    standing.passedOver().isEmpty() ? null : standing.passedOver(),
                    standing.ackedDetailsSeq(),
                    standing.ackedDetailsHash(),
                    standing.confirmedSeq(),
                    standing.confirmedDetailsSeq(),
                    standing.uncertain(),
                    settled.attempts(),
                    settled.next(),
                    settled.nextAttemptAt(),
                    settled.cause());
        }
    }
}
