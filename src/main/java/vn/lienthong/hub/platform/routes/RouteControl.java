package vn.lienthong.hub.platform.routes;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.StatefulService;
import org.apache.camel.Suspendable;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.routes.SuspendedRoutes.Suspension;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * Decides which routes take messages: a route runs unless an operator suspended it or PostgreSQL is away.
 *
 * <p>It suspends the consumers themselves rather than asking Camel's route controller, which first waits for the
 * messages in flight: the thread that found the database gone is one of them.
 */
@Component
public class RouteControl implements DatabaseBreaker.Listener {

    private static final Logger log = LoggerFactory.getLogger(RouteControl.class);
    private static final ProblemException WITHOUT_END = new ProblemException(
            HttpStatus.CONFLICT,
            "suspended-without-end",
            "Tuyến đang dừng cho đến khi có người mở lại; muốn dừng có thời hạn, hãy mở lại trước");

    private final ObjectProvider<CamelContext> camel;
    private final DatabaseBreaker breaker;
    private final SuspendedRoutes suspensions;
    private final RouteTraffic traffic;
    private final RouteFolder folder;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, Suspension> suspended = new ConcurrentHashMap<>();

    /** From reading or changing the orders to acting on them; not needed to act on the breaker, which waits for nobody. */
    private final Lock orders = new ReentrantLock();

    RouteControl(
            ObjectProvider<CamelContext> camel,
            DatabaseBreaker breaker,
            SuspendedRoutes suspensions,
            RouteTraffic traffic,
            RouteFolder folder,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.camel = camel;
        this.breaker = breaker;
        this.suspensions = suspensions;
        this.traffic = traffic;
        this.folder = folder;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        breaker.listen(this);
    }

    public List<RouteView> routes() {
        CamelContext context = camel.getObject();
        return context.getRoutes().stream()
                .map(route -> view(context, route))
                .sorted(Comparator.comparing(RouteView::group).thenComparing(RouteView::id))
                .toList();
    }

    public Optional<RouteView> find(String id) {
        CamelContext context = camel.getObject();
        return Optional.ofNullable(context.getRoute(id)).map(route -> view(context, route));
    }

    private RouteView view(CamelContext context, Route route) {
        Suspension order = suspended.get(route.getRouteId());
        return new RouteView(
                route.getRouteId(),
                group(context, route.getRouteId()),
                route.getEndpoint().getEndpointBaseUri(),
                state(route),
                order == null ? null : order.reason(),
                order == null ? null : order.operator().name(),
                order == null ? null : order.since(),
                order == null ? null : order.until(),
                traffic.figures(context, route.getRouteId()));
    }

    private String group(CamelContext context, String id) {
        @Nullable RouteDefinition definition = ((ModelCamelContext) context).getRouteDefinition(id);
        return Optional.ofNullable(definition)
                .map(RouteDefinition::getTemplateParameters)
                .map(parameters -> parameters.get("sender"))
                .map(String::valueOf)
                .or(() -> folder.fileOf(id).map(RouteText::group))
                .orElse(id);
    }

    /** Stops the route on every node until an operator resumes it, restarts included. */
    public void suspend(String id, Actor operator, String reason) {
        suspend(id, operator, reason, null);
    }

    /**
     * Lets the route end what it has in flight and take nothing more until then, on every node, restarts included. An order
     * without end stands until somebody takes it back: one for a time does not replace it.
     */
    public void suspend(String id, Actor operator, String reason, @Nullable Instant until) {
        OffsetDateTime end = until == null ? null : until.atOffset(VietnamTime.OFFSET);
        var order = new Suspension(id, operator, reason, clock.instant().atOffset(VietnamTime.OFFSET), end);
        inTurn(() -> {
            transaction.executeWithoutResult(status -> {
                if (!suspensions.keep(order)) {
                    throw WITHOUT_END;
                }
                audit.record(operator, "route.suspend", id, why(order));
            });
            suspended.put(id, order);
            settle();
        });
    }

    public void resume(String id, Actor operator, String reason) {
        inTurn(() -> {
            transaction.executeWithoutResult(status -> {
                suspensions.remove(id);
                audit.record(operator, "route.resume", id, Map.of("reason", reason));
            });
            suspended.remove(id);
            settle();
        });
    }

    private void inTurn(Runnable act) {
        orders.lock();
        try {
            act.run();
        } finally {
            orders.unlock();
        }
    }

    private static Map<String, String> why(Suspension order) {
        return order.until() == null
                ? Map.of("reason", order.reason())
                : Map.of("reason", order.reason(), "until", order.until().toString());
    }

    /** What stands once all that is over has ended; whoever ordered it ordered its end, too. */
    private Map<String, Suspension> standing() {
        Instant now = clock.instant();
        Map<String, Suspension> known = suspensions.all();
        if (known.values().stream().noneMatch(order -> order.isOver(now))) {
            return known;
        }
        transaction.executeWithoutResult(status -> suspensions
                .end(now)
                .forEach(order -> audit.record(order.operator(), "route.resume", order.route(), why(order))));
        return suspensions.all();
    }

    @Override
    public void databaseWentAway() {
        settle();
    }

    @Override
    public void databaseCameBack() {
        settle();
    }

    /** Picks up what operators decided on other nodes and before this start, and ends what was ordered for a time only. */
    @Scheduled(initialDelay = 0, fixedDelay = 5_000)
    void learn() {
        if (!breaker.available()) {
            return;
        }
        try {
            inTurn(() -> {
                Map<String, Suspension> known = standing();
                suspended.keySet().retainAll(known.keySet());
                suspended.putAll(known);
                settle();
            });
        } catch (DataAccessException | CannotCreateTransactionException unreachable) {
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
