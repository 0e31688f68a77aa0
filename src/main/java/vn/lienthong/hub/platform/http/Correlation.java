package vn.lienthong.hub.platform.http;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** The one id that follows a submission from the door to the neighbours and through every log line. */
public final class Correlation {

    /** Key in the logging context, the JMS message and the JSON log. */
    public static final String KEY = "correlationId";

    public static final String HEADER = "X-Correlation-Id";

    /** W3C Trace Context, of callers that trace themselves. */
    public static final String TRACEPARENT = "traceparent";

    private static final Pattern TRACE = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._:-]{8,64}");

    private Correlation() {}

    /** Distinct, which is all it must be: drawing secure randomness would make an event loop read a file. */
    public static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** The caller's own id when it is a harmless one, else a fresh one. */
    public static String accept(@Nullable String offered) {
        return offered != null && ACCEPTABLE.matcher(offered).matches() ? offered : fresh();
    }

    /** The id of this request, set by the first web filter. */
    public static String of(ServerWebExchange exchange) {
        return (String) exchange.getAttributes()
                .computeIfAbsent(
                        KEY, key -> accept(offered(exchange.getRequest().getHeaders())));
    }

    /** The caller's own id; of a caller that only traces, the id of its trace. */
    private static @Nullable String offered(HttpHeaders headers) {
        @Nullable String own = headers.getFirst(HEADER);
        Matcher trace = trace(headers.getFirst(TRACEPARENT));
        return own == null && trace.matches() ? trace.group(1) : own;
    }

    /** What a {@code traceparent} says, where it matches: the ids of the trace and of the span. */
    public static Matcher trace(@Nullable String traceparent) {
        return TRACE.matcher(traceparent == null ? "" : traceparent);
    }

    /** Puts the id into the logging context of this thread until closed. */
    public static MDC.MDCCloseable log(String correlationId) {
        return MDC.putCloseable(KEY, correlationId);
    }
}
