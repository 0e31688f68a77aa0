package vn.lienthong.hub.platform.routes;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;

/**
 * Takes changed route files in while the hub runs, on an operator's word; shows them before. A route that changes lets its
 * messages in flight end first; its queue keeps the others.
 */
@Component
public class RouteReload {

    private static final Logger log = LoggerFactory.getLogger(RouteReload.class);

    private final RouteFolder folder;
    private final ObjectProvider<CamelContext> camel;
    private final RouteControl control;
    private final Audit audit;
    private final TransactionTemplate transaction;

    RouteReload(
            RouteFolder folder,
            ObjectProvider<CamelContext> camel,
            RouteControl control,
            Audit audit,
            TransactionTemplate transaction) {
        this.folder = folder;
        this.camel = camel;
        this.control = control;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Files that are not as they were loaded. */
    public List<RouteChange> changes() {
        return folder.changes();
    }

    /** What was done; throws {@link IllegalArgumentException} when a file cannot be loaded: what it was goes on. */
    public List<RouteChange> reload(Actor operator, String reason) {
        List<RouteChange> changes = folder.changes();
        transaction.executeWithoutResult(status -> audit.record(
                operator,
                "route.reload",
                "routes",
                Map.of(
                        "reason",
                        reason,
                        "files",
                        changes.stream().map(RouteChange::file).toList())));
        try {
            folder.reload(camel.getObject());
        } catch (RuntimeException unusable) {
            throw new IllegalArgumentException(unusable.getMessage(), unusable);
        } finally {
            control.learn();
        }
        changes.forEach(change -> log.info("Route file {}: {}", change.file(), change.kind()));
        return changes;
    }
}
