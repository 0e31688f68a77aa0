package vn.lienthong.hub.platform.routes;

import java.time.Instant;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.http.Correlation;
import vn.lienthong.hub.platform.trace.Traces;

/**
 * What holds for each message of each route: its correlation id is in the log, it is counted, and a failure reaches the
 * breaker before the message goes back to its queue, so that it is not delivered again while PostgreSQL is away.
 */
class TransactedRoutePolicy extends RoutePolicySupport {

    private final DatabaseBreaker breaker;
    private final Deliveries deliveries;
    private final RouteTraffic traffic;
    private final Traces traces;

    TransactedRoutePolicy(DatabaseBreaker breaker, Deliveries deliveries, RouteTraffic traffic, Traces traces) {
        this.breaker = breaker;
        this.deliveries = deliveries;
        this.traffic = traffic;
        this.traces = traces;
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        @Nullable String correlationId = exchange.getMessage().getHeader(Correlation.KEY, String.class);
        if (correlationId != null) {
            MDC.put(Correlation.KEY, correlationId);
        }
        deliveries.seen(exchange.getMessage());
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        if (exchange.getException() != null) {
            breaker.failed(exchange.getException());
        }
        traffic.ended(route.getRouteId(), exchange.getException(), MDC.get(Correlation.KEY));
        if (traces.on()) {
            tell(route, exchange);
        }
        MDC.remove(Correlation.KEY);
    }

    /** A message without a correlation id belongs to no trace. */
    private void tell(Route route, Exchange exchange) {
        @Nullable String correlationId = exchange.getMessage().getHeader(Correlation.KEY, String.class);
        if (correlationId == null) {
            return;
        }
        traces.tell(new Traces.Done(
                route.getRouteId(),
                Traces.Kind.CONSUMER,
                correlationId,
                exchange.getExchangeId(),
                Instant.ofEpochMilli(exchange.getClock().getCreated()),
                Map.of("messaging.system", "activemq", "lienthong.route", route.getRouteId()),
                exchange.getException() == null
                        ? null
                        : exchange.getException().getClass().getSimpleName()));
    }
}
