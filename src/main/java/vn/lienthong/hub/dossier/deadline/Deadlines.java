package vn.lienthong.hub.dossier.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.dossier.deadline.DueView.OnTime;
import vn.lienthong.hub.dossier.deadline.DueView.Recorded;
import vn.lienthong.hub.dossier.deadline.DueView.Suspension;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Reads the due dates the register kept. */
@Repository
public class Deadlines {

    private static final String DUE = """
            select d.reception_due, d.due_at, d.due_source, d.due_original, d.due_computed, d.due_computed_now, d.due_rule_version,
                   d.due_extended,
                   d.due_provisional,
                   (select min(f.at) from (
                      select distinct on (e.status) e.order_at as at from hub.events e -- as first told, not as told anew
                       where e.dossier_id = d.id and e.status in (9, 10) and e.verdict in ('VALID', 'GAP_BEFORE')
                       order by e.status, e.seq) f) as finished
              from hub.dossiers d where d.id = :id
            """;

    private static final String SUSPENSIONS = """
            select basis, since, until, counts, document from hub.due_suspensions
             where dossier_id = :id order by since, from_seq
            """;

    private static final String ADJUSTMENTS = """
            select seq, line, due_before, due_after, by, reason, form, recorded_at from hub.due_adjustments
             where dossier_id = :id order by id
            """;

    private final JdbcClient db;

    public Deadlines(JdbcClient db) {
        this.db = db;
    }

    /** Empty for a dossier that does not exist. */
    public Optional<DueView> of(UUID dossier) {
        return db.sql(DUE)
                .param("id", dossier)
                .query((row, number) -> view(row, suspensions(dossier), adjustments(dossier)))
                .optional();
    }

    private List<Suspension> suspensions(UUID dossier) {
        return db.sql(SUSPENSIONS)
                .param("id", dossier)
                .query((row, number) -> new Suspension(
                        StopBasis.valueOf(row.getString("basis")),
                        time(row, "since"),
                        instant(row, "until"),
                        row.getBoolean("counts"),
                        row.getString("document")))
                .list();
    }

    private List<Recorded> adjustments(UUID dossier) {
        return db.sql(ADJUSTMENTS)
                .param("id", dossier)
                .query((row, number) -> new Recorded(adjustment(row), time(row, "recorded_at")))
                .list();
    }

    private static Adjustment adjustment(ResultSet row) throws SQLException {
        return new Adjustment(
                row.getInt("seq"),
                Adjustment.Line.valueOf(row.getString("line")),
                time(row, "due_before"),
                time(row, "due_after"),
                row.getString("by"),
                row.getString("reason"),
                row.getString("form"));
    }

    private static DueView view(ResultSet row, List<Suspension> suspensions, List<Recorded> adjustments)
            throws SQLException {
        Instant stated = instant(row, "due_at");
        Instant computed = instant(row, "due_computed");
        Instant computedNow = instant(row, "due_computed_now");
        Instant original = stated == null ? computed : instant(row, "due_original");
        Instant current = later(stated == null ? computedNow : stated, instant(row, "due_extended"));
        return new DueView(
                instant(row, "reception_due"),
                original,
                current,
                row.getString("due_source"),
                computed,
                computedNow,
                row.getObject("due_rule_version", Long.class),
                row.getBoolean("due_provisional"),
                differs(stated, computedNow),
                suspensions,
                adjustments,
                onTime(instant(row, "finished"), original, current));
    }

    /** By the day: a department's date often has no time of its own. */
    public static boolean differs(@Nullable Instant stated, @Nullable Instant computed) {
        return stated != null
                && computed != null
                && !LocalDate.ofInstant(stated, VietnamTime.ZONE)
                        .equals(LocalDate.ofInstant(computed, VietnamTime.ZONE));
    }

    private static @Nullable OnTime onTime(
            @Nullable Instant finished, @Nullable Instant original, @Nullable Instant current) {
        return finished == null || original == null || current == null
                ? null
                : new OnTime(Deadline.met(finished, original), Deadline.met(finished, current));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
