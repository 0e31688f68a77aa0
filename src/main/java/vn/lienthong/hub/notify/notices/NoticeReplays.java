package vn.lienthong.hub.notify.notices;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;

/** Sends notices on their way again that nobody tries any more; what is on its way or was told stays as it is. */
@Component
class NoticeReplays {

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final NoticeDesk desk;
    private final Clock clock;

    NoticeReplays(JdbcClient db, TransactionTemplate transaction, Audit audit, NoticeDesk desk, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.audit = audit;
        this.desk = desk;
        this.clock = clock;
    }

    /** A notice: the state it was in, and whether it was put on its way. */
    private record Attempted(String was, boolean taken) {}

    /** The state the notice was in; the act and its audit entry are one. */
    String replay(long notice, Actor by) {
        String was = Objects.requireNonNull(transaction.execute(status -> {
            String before = taken(notice);
            audit.record(by, "notice.replay", Long.toString(notice), Map.of("was", before));
            return before;
        }));
        desk.wake();
        return was;
    }

    private String taken(long notice) {
        Attempted attempted = attempt(notice);
        if (!attempted.taken()) {
            boolean inFlight =
                    attempted.was().equals("WAITING") || attempted.was().equals("SENDING");
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    inFlight ? "notice-in-flight" : "notice-not-replayable",
                    "Thông báo đang ở trạng thái " + attempted.was() + ", không gửi lại");
        }
        return attempted.was();
    }

    private Attempted attempt(long notice) {
        return db.sql("""
                        with was as (
                          select id, state from hub.notices where id = :id for update
                        ), again as (
                          update hub.notices n
                             set state = 'WAITING', next_attempt_at = :now, replayed_at = :now, cause = null, updated_at = :now
                            from was where n.id = was.id and was.state in ('FAILED', 'UNCERTAIN', 'EXPIRED')
                          returning n.id)
                        select was.state, again.id is not null from was left join again on again.id = was.id
                        """)
                .param("id", notice)
                .param("now", OffsetDateTime.now(clock))
                .query((row, number) -> new Attempted(row.getString(1), row.getBoolean(2)))
                .optional()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "unknown-notice", "Không có thông báo số " + notice));
    }
}
