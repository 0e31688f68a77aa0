package vn.lienthong.identity.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.trust.AuditCheck;
import vn.lienthong.trust.AuditFilter;
import vn.lienthong.trust.AuditLine;
import vn.lienthong.trust.AuditLog;
import vn.lienthong.trust.AuditSpan;
import vn.lienthong.trust.AuditVerdict;
import vn.lienthong.trust.MasterKey;

/** The audit of identity, chained apart from the hub's so that either runs without the other. */
@Component
public class Journal {

    private static final long CHAIN_LOCK = 0x6964656e74L;

    private final AuditLog log;
    private final JsonMapper json;

    Journal(JdbcClient db, TransactionTemplate transaction, Clock clock, JsonMapper json, MasterKey master) {
        this.log = new AuditLog(
                "identity.audit", CHAIN_LOCK, db, transaction, clock, master.derive("identity-audit", "HmacSHA256"));
        this.json = json;
    }

    /** Details must hold no secret, and no personal value that is not masked. */
    public void record(Actor actor, String action, String object, Map<String, ?> details) {
        log.record(actor.name(), actor.role().name(), action, object, json.writeValueAsString(details));
    }

    /** The entries of these days, each as it is chained. */
    AuditSpan span(Instant from, Instant to) {
        return log.span(from, to);
    }

    List<AuditLine> lines(AuditSpan span, long after, int most) {
        return log.lines(span, after, most);
    }

    /** Newest first, those before that id. */
    List<AuditLine> find(AuditFilter filter, long before, int most) {
        return log.find(filter, before, most);
    }

    /** Walks on from there for so long. */
    AuditCheck check(AuditCheck from, Duration patience) {
        return log.check(from, patience);
    }

    /** Walks the whole chain. */
    public AuditVerdict verify() {
        return log.verify();
    }
}
