package vn.lienthong.hub.intake.submissions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;

/** Which record stands for which that failed: each is replaced once, unless what replaced it failed as well. */
@Repository
class ReplacedRecords {

    private static final ProblemException ON_ITS_WAY = new ProblemException(
            HttpStatus.CONFLICT,
            "already-edited",
            "Bản ghi này đã được sửa và gửi lại; chỉ sửa được lần nữa khi bản sửa đó không vào được sổ");
    private static final ProblemException NOT_FAILED =
            new ProblemException(HttpStatus.CONFLICT, "not-failed", "Bản ghi này không còn chờ xử lý hay bị từ chối");

    private final JdbcClient db;
    private final JsonMapper json;

    ReplacedRecords(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** One record, found by its receipt. */
    record Key(UUID receipt, int no, Instant acceptedAt) {}

    /**
     * A record that failed.
     *
     * @param parked its sender was not told of an end yet
     * @param code the dossier's, as far as it is known
     */
    record Open(
            Key key,
            boolean parked,
            String sender,
            @Nullable String code,
            String correlationId) {}

    private record Standing(
            Open record,
            boolean failed,
            boolean conflict,
            @Nullable UUID replacedBy) {}

    /** The record and what replaced it so far, all failed; locked until the transaction ends. */
    List<Open> lockOpen(Replays.Key original) {
        List<Open> open = new ArrayList<>();
        Standing at = lock(original.receipt(), original.no());
        if (!at.failed() || at.conflict()) {
            throw NOT_FAILED;
        }
        open.add(at.record());
        while (at.replacedBy() != null) {
            at = lock(at.replacedBy(), 1);
            if (!at.failed()) {
                throw ON_ITS_WAY;
            }
            open.add(at.record());
        }
        return open;
    }

    private Standing lock(UUID receipt, int no) {
        return db.sql("""
                        select r.receipt, r.no, r.accepted_at, r.replaced_by, r.state in ('PARKED', 'REFUSED') as failed,
                               r.state = 'PARKED' as parked, r.sender, r.code, s.correlation_id,
                               s.state = 'CONFLICT' as conflict
                          from hub.receipts i
                          join hub.records r on r.receipt = i.receipt and r.no = :no and r.accepted_at = i.accepted_at
                          join hub.submissions s on s.receipt = r.receipt and s.accepted_at = r.accepted_at
                         where i.receipt = :receipt for update of r
                        """)
                .param("receipt", receipt)
                .param("no", no)
                .query((row, number) -> standing(row))
                .optional()
                .orElseThrow(() -> NOT_FAILED);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Key key = new Key(
                Objects.requireNonNull(row.getObject("receipt", UUID.class)),
                row.getInt("no"),
                Times.read(row, "accepted_at"));
        Open record = new Open(
                key,
                row.getBoolean("parked"),
                row.getString("sender"),
                row.getString("code"),
                row.getString("correlation_id"));
        return new Standing(
                record, row.getBoolean("failed"), row.getBoolean("conflict"), row.getObject("replaced_by", UUID.class));
    }

    /** How often it was edited before. */
    long edits(Replays.Key original) {
        return db.sql("select count(*) from hub.record_edits where receipt = :receipt and no = :no")
                .param("receipt", original.receipt())
                .param("no", original.no())
                .query(Long.class)
                .single();
    }

    /** All of these end as refused: nobody waits for them any more, and their reasons say where to look. */
    void end(List<Open> open, UUID replacement, Reason where, Instant now) {
        String why = json.writeValueAsString(List.of(where));
        for (Open record : open) {
            Key key = record.key();
            db.sql("""
                    update hub.records
                       set state = 'REFUSED', replaced_by = :replacement, updated_at = :now,
                           reasons = coalesce(reasons, '[]'::jsonb) || cast(:why as jsonb)
                     where receipt = :receipt and no = :no and accepted_at = :acceptedAt
                    """)
                    .param("replacement", replacement)
                    .param("now", Times.write(now))
                    .param("why", why)
                    .param("receipt", key.receipt())
                    .param("no", key.no())
                    .param("acceptedAt", Times.write(key.acceptedAt()))
                    .update();
        }
    }

    void keep(Replays.Key key, String original, UUID replacement, Replacements.Order order, Instant now) {
        db.sql("""
                insert into hub.record_edits (receipt, no, replacement, original, actor, reason, at)
                values (:receipt, :no, :replacement, :original, :actor, :reason, :now)
                """)
                .param("receipt", key.receipt())
                .param("no", key.no())
                .param("replacement", replacement)
                .param("original", original)
                .param("actor", order.actor().name())
                .param("reason", order.reason())
                .param("now", Times.write(now))
                .update();
    }
}
