package vn.lienthong.hub.platform.trace;

import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.platform.http.Correlation;

/** Tells each request for the API as the span that all else of its correlation id hangs below. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestTraces implements WebFilter {

    private static final int FAULTS = 500;

    private final Traces traces;

    RequestTraces(Traces traces) {
        this.traces = traces;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!traces.on() || !exchange.getRequest().getPath().value().startsWith("/api/")) {
            return chain.filter(exchange);
        }
        Instant began = traces.now();
        return chain.filter(exchange).doFinally(end -> tell(exchange, began));
    }

    private void tell(ServerWebExchange exchange, Instant began) {
        ServerHttpRequest request = exchange.getRequest();
        String correlationId = Correlation.of(exchange);
        // A caller that gave the id itself may give it to many requests; only an id of ours names one.
        boolean given = correlationId.equals(request.getHeaders().getFirst(Correlation.HEADER));
        TraceIds.Named door = TraceIds.door(correlationId);
        @Nullable
        SpanContext above = TraceIds.read(request.getHeaders().getFirst(Correlation.TRACEPARENT))
                .filter(caller -> caller.getTraceId().equals(TraceIds.trace(correlationId)))
                .orElse(given ? TraceIds.of(door) : null);
        @Nullable Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String name = request.getMethod() + " " + (pattern == null ? "/api" : pattern);
        @Nullable HttpStatusCode status = exchange.getResponse().getStatusCode();
        traces.tellRequest(
                given ? new TraceIds.Named(correlationId, request.getId()) : door,
                above,
                name,
                began,
                attributes(request, status),
                status != null && status.value() >= FAULTS ? status.toString() : null);
    }

    private static Map<String, String> attributes(ServerHttpRequest request, @Nullable HttpStatusCode status) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("http.request.method", request.getMethod().name());
        if (status != null) {
            attributes.put("http.response.status_code", Integer.toString(status.value()));
        }
        return attributes;
    }
}
