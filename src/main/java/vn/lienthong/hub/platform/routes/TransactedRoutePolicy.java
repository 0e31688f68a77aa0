package vn.lienthong.hub.platform.routes;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.http.Correlation;

/**
 * What holds for each message of each route: its correlation id is in the log, it is counted, and a failure reaches the
 * breaker before the message goes back to its queue, so that it is not delivered again while PostgreSQL is away.
 */
class TransactedRoutePolicy extends RoutePolicySupport {

    private final DatabaseBreaker breaker;
    private final Deliveries deliveries;
    private final RouteTraffic traffic;

    TransactedRoutePolicy(DatabaseBreaker breaker, Deliveries deliveries, RouteTraffic traffic) {
        this.breaker = breaker;
        this.deliveries = deliveries;
        this.traffic = traffic;
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
        MDC.remove(Correlation.KEY);
    }
}
