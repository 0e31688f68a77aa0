package vn.lienthong.hub.national.ledger;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.SyncBlocked;
import vn.lienthong.hub.national.sync.Workers;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;

/** Lets blocked rows be tried again; act and audit entry are kept or lost together. */
@Component
class BlockedReplays {

    private static final int USUAL = 1_000;
    private static final int MOST = 10_000;

    private final SyncBlocked blocked;
    private final Dossiers dossiers;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Neighbour portal;
    private final Workers workers;

    BlockedReplays(
            SyncBlocked blocked,
            Dossiers dossiers,
            Audit audit,
            TransactionTemplate transaction,
            Neighbour nationalPortal,
            Workers workers) {
        this.blocked = blocked;
        this.dossiers = dossiers;
        this.audit = audit;
        this.transaction = transaction;
        this.portal = nationalPortal;
        this.workers = workers;
    }

    int replay(BlockedEndpoint.Order order, String reason, Actor operator) {
        var code = order.code();
        var replayed = transaction.execute(status ->
                code == null || code.isBlank() ? byCause(order, reason, operator) : byCode(code, reason, operator));
        workers.wake();
        return Objects.requireNonNull(replayed);
    }

    private int byCode(String code, String reason, Actor operator) {
        var dossier = SyncEndpoint.find(dossiers, code);
        if (!blocked.replay(portal, dossier.id())) {
            throw new ProblemException(HttpStatus.CONFLICT, "not-blocked", "This dossier is not blocked");
        }
        audit.record(operator, "sync.replay", dossier.code(), Map.of("reason", reason));
        return 1;
    }

    private int byCause(BlockedEndpoint.Order order, String reason, Actor operator) {
        var cause = String.valueOf(order.cause()).strip();
        var replayed = blocked.replay(portal, cause, limit(order.limit()));
        Map<String, String> details = new TreeMap<>();
        details.put("cause", cause);
        details.put("reason", reason);
        details.put("replayed", Integer.toString(replayed));
        audit.record(operator, "sync.replay", "filter", details);
        return replayed;
    }

    private static int limit(@Nullable Integer asked) {
        return asked == null ? USUAL : Math.clamp(asked, 1, MOST);
    }
}
