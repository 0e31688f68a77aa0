package vn.lienthong.hub.dossier.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * New dates promised by form 04 (văn bản xin lỗi và đề nghị gia hạn). A department that states another date afterwards
 * is believed: the register then forgets the extension, its row stays.
 */
@Repository
public class Extensions {

    private final JdbcClient db;
    private final Clock clock;

    public Extensions(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** False when the date in force is not earlier; must run in the transaction that keeps the form's words. */
    public boolean promise(UUID dossier, Instant newDue, String by) {
        return db.sql("""
                        with before as (
                          select id, last_seq, greatest(due_at, due_extended) as due from hub.dossiers
                           where id = :id for update
                        ), moved as (
                          update hub.dossiers d set due_extended = :due, updated_at = :now
                            from before where d.id = before.id and before.due < :due
                          returning d.id)
                        insert into hub.due_adjustments (dossier_id, seq, line, due_before, due_after, by, reason, form, recorded_at)
                        select before.id, before.last_seq, 'EXTENDED', before.due, :due, :by, :reason, :form, :now
                          from before join moved on moved.id = before.id
                        """)
                        .param("id", dossier)
                        .param("due", newDue.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("reason", Adjustment.APOLOGY)
                        .param("form", Adjustment.APOLOGY_FORM)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }
}
