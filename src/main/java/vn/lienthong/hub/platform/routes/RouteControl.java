package vn.lienthong.hub.platform.routes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.StatefulService;
import org.apache.camel.Suspendable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/**
 * Decides which routes take messages: a route runs unless an operator suspended it or PostgreSQL is away.
 *
 * <p>It suspends the consumers themselves rather than asking Camel's route controller, which first waits for the
 * messages in flight: the thread that found the database gone is one of them.
 */
@Component
public class RouteControl implements DatabaseBreaker.Listener {

    private static final Logger log = LoggerFactory.getLogger(RouteControl.class);

    private final ObjectProvider<CamelContext> camel;
    private final DatabaseBreaker breaker;
    private final SuspendedRoutes suspensions;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Map<String, String> suspended = new ConcurrentHashMap<>();

    RouteControl(
            ObjectProvider<CamelContext> camel,
            DatabaseBreaker breaker,
            SuspendedRoutes suspensions,
            Audit audit,
            TransactionTemplate transaction) {
        this.camel = camel;
        this.breaker = breaker;
        this.suspensions = suspensions;
        this.audit = audit;
        this.transaction = transaction;
        breaker.listen(this);
    }

    public List<RouteView> routes() {
        return camel.getObject().getRoutes().stream()
                .map(route -> new RouteView(
                        route.getRouteId(),
                        route.getEndpoint().getEndpointBaseUri(),
                        state(route),
                        suspended.get(route.getRouteId())))
                .sorted(Comparator.comparing(RouteView::id))
                .toList();
    }

    public Optional<RouteView> find(String id) {
        return routes().stream().filter(route -> route.id().equals(id)).findFirst();
    }

    /** Stops the route on every node until an operator resumes it, restarts included. */
    public void suspend(String id, Actor operator, String reason) {
        transaction.executeWithoutResult(status -> {
            suspensions.add(id, operator.name(), reason);
            audit.record(operator, "route.suspend", id, Map.of("reason", reason));
        });
        suspended.put(id, reason);
        settle();
    }

    public void resume(String id, Actor operator, String reason) {
        transaction.executeWithoutResult(status -> {
            suspensions.remove(id);
            audit.record(operator, "route.resume", id, Map.of("reason", reason));
        });
        suspended.remove(id);
        settle();
    }

    @Override
    public void databaseWentAway() {
        settle();
    }

    @Override
    public void databaseCameBack() {
        settle();
    }

    /** Picks up what operators decided on other nodes, and what they had decided before this start. */
    @Scheduled(initialDelay = 0, fixedDelay = 5_000)
    void learn() {
        if (!breaker.available()) {
            return;
        }
        try {
            Map<String, String> known = suspensions.all();
            suspended.keySet().retainAll(known.keySet());
            suspended.putAll(known);
            settle();
        } catch (DataAccessException unreachable) {
            breaker.failed(unreachable);
        }
    }

    private synchronized void settle() {
        CamelContext context = camel.getObject();
        if (context.isStarted()) {
            context.getRoutes().forEach(this::settle);
        }
    }

    private void settle(Route route) {
        if (!(route.getConsumer() instanceof Suspendable && route.getConsumer() instanceof StatefulService consumer)) {
            return;
        }
        boolean shouldRun = state(route) == RouteView.State.RUNNING;
        if (shouldRun && consumer.isSuspended()) {
            consumer.resume();
            log.info("Route {} takes messages again", route.getRouteId());
        } else if (!shouldRun && consumer.isStarted()) {
            consumer.suspend();
            log.info("Route {} stands still: {}", route.getRouteId(), state(route));
        }
    }

    private RouteView.State state(Route route) {
        if (suspended.containsKey(route.getRouteId())) {
            return RouteView.State.SUSPENDED;
        }
        return breaker.available() || !consumesQueue(route)
                ? RouteView.State.RUNNING
                : RouteView.State.WAITING_FOR_DATABASE;
    }

    /** Every consumer of a queue works on the database, so all of them wait for it. */
    private static boolean consumesQueue(Route route) {
        return route.getEndpoint().getEndpointUri().startsWith("jms:");
    }
}
