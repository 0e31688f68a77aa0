package vn.lienthong.hub.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The second look at what one neighbour acknowledged: confirmed when it is seen there, opened again when not. */
public final class SyncConfirm {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Neighbour neighbour;
    private final Duration settled;

    /** Acknowledgements younger than {@code settled} are left alone. */
    public SyncConfirm(JdbcClient jdbc, Clock clock, Neighbour neighbour, Duration settled) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.neighbour = neighbour;
        this.settled = settled;
    }

    /**
     * A row to confirm, as it stood when it was read.
     *
     * @param detailsHash the details as they were acknowledged
     * @param doubted whether these very details were told a second time already
     */
    public record Unconfirmed(
            UUID dossierId,
            int ackedSeq,
            int ackedDetailsSeq,
            @Nullable String detailsHash,
            boolean doubted) {}

    /** Rows at rest that were acknowledged some time ago, but never seen to be there. */
    public List<Unconfirmed> unconfirmed(int limit) {
        return jdbc.sql("""
                        select dossier_id, acked_seq, acked_details_seq, acked_details_hash,
                               coalesce(acked_details_hash = doubted_details_hash, false) as doubted
                        from hub.sync
                        where neighbour = :neighbour and environment = :environment and state = 'IDLE'
                          and (confirmed_seq < acked_seq or confirmed_details_seq < acked_details_seq)
                          and queued_at < :at
                        order by queued_at limit :limit""")
                .param("neighbour", neighbour.name())
                .param("environment", neighbour.environment())
                .param("at", OffsetDateTime.now(clock).minus(settled))
                .param("limit", limit)
                .query(SyncConfirm::unconfirmed)
                .list();
    }

    /** The neighbour has everything up to what was acknowledged. */
    public void confirm(Unconfirmed row) {
        change(row, "confirmed_seq = acked_seq, confirmed_details_seq = acked_details_seq")
                .update();
    }

    /** The neighbour has it, but keeps showing it another way: nothing more is sent, the cause stays for people. */
    public void confirmUnlike(Unconfirmed row, String cause) {
        change(row, "confirmed_seq = acked_seq, confirmed_details_seq = acked_details_seq, cause = :cause")
                .param("cause", cause)
                .update();
    }

    /** The neighbour lacks something it had acknowledged: it is asked and told again from there. */
    public void reopen(Unconfirmed row, int lastKnownSeq) {
        change(row, """
                        acked_seq = :known, confirmed_seq = :known, uncertain = true, next_attempt_at = null,
                        state = 'QUEUED', lane = 'CATCH_UP', cause = 'acknowledged, but not there'""").param("known", lastKnownSeq).update();
    }

    /** The neighbour shows other details than it had acknowledged: they are told again, this once. */
    public void reopenDetails(Unconfirmed row, String cause) {
        change(row, """
                        acked_details_seq = 0, confirmed_details_seq = 0, acked_details_hash = null,
                        doubted_details_hash = acked_details_hash, confirmed_seq = acked_seq, next_attempt_at = null,
                        state = 'QUEUED', lane = 'CATCH_UP', cause = :cause""").param("cause", cause).update();
    }

    private JdbcClient.StatementSpec change(Unconfirmed row, String change) {
        return jdbc.sql("update hub.sync set " + change + "\n" + """
                        where dossier_id = :dossier and neighbour = :neighbour and environment = :environment
                          and state = 'IDLE' and acked_seq = :acked and acked_details_seq = :details""")
                .param("dossier", row.dossierId())
                .param("neighbour", neighbour.name())
                .param("environment", neighbour.environment())
                .param("acked", row.ackedSeq())
                .param("details", row.ackedDetailsSeq());
    }

    private static Unconfirmed unconfirmed(ResultSet row, int number) throws SQLException {
        return new Unconfirmed(
                row.getObject("dossier_id", UUID.class),
                row.getInt("acked_seq"),
                row.getInt("acked_details_seq"),
                row.getString("acked_details_hash"),
                row.getBoolean("doubted"));
    }
}
