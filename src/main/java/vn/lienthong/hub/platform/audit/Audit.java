package vn.lienthong.hub.platform.audit;

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

/**
 * Who did what, to what, when: append-only, each entry chained to the one before by a keyed hash.
 *
 * <p>An entry joins the caller's transaction, so that an act and its entry are kept or lost together.
 */
@Component
public class Audit {

    private static final long CHAIN_LOCK = 0x6175646974L;

    private final AuditLog log;
    private final JsonMapper json;

    Audit(JdbcClient db, TransactionTemplate transaction, Clock clock, JsonMapper json, MasterKey master) {
        this.log = new AuditLog("hub.audit", CHAIN_LOCK, db, transaction, clock, master.derive("audit", "HmacSHA256"));
        this.json = json;
    }

    /** Details must hold no personal value that is not masked. */
    public void record(Actor actor, String action, String object, Map<String, ?> details) {
        log.record(actor.name(), actor.role().name(), action, object, json.writeValueAsString(details));
    }

    /** The entries of these days, each as it is chained. */
    public AuditSpan span(Instant from, Instant to) {
        return log.span(from, to);
    }

    /** The last entries of these kinds about a dossier, but those of one role; newest first. */
    public List<AuditLine> about(String dossier, List<String> actions, Role otherThan, int most) {
        return log.about(dossier, actions, otherThan.name(), most);
    }

    public List<AuditLine> lines(AuditSpan span, long after, int most) {
        return log.lines(span, after, most);
    }

    /** Newest first, those before that id. */
    public List<AuditLine> find(AuditFilter filter, long before, int most) {
        return log.find(filter, before, most);
    }

    /** Walks on from there for so long. */
    public AuditCheck check(AuditCheck from, Duration patience) {
        return log.check(from, patience);
    }

    /** Walks the whole chain. */
    public AuditVerdict verify() {
        return log.verify();
    }
}
