package vn.lienthong.hub.platform.trace;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.content.Sha256;
import vn.lienthong.hub.platform.http.Correlation;

/**
 * The ids of traces and spans follow from what they speak of, so that whoever knows a correlation id knows its trace: a
 * consumer, a row of the ledger that is told hours later, another node.
 */
final class TraceIds implements IdGenerator {

    /** What the span that is being started stands for; without it its ids are drawn. */
    static final ContextKey<Named> NAMED = ContextKey.named("lienthong");

    private static final String DOOR = "door";

    /** The same correlation id and the same what give the same span. */
    record Named(String correlationId, String what) {

        String span() {
            String id = Sha256.hex(correlationId + '\n' + what).substring(0, SpanId.getLength());
            return SpanId.isValid(id) ? id : "1".repeat(SpanId.getLength());
        }
    }

    /** A correlation id that is a UUID, or a trace id already, is the trace id. */
    static String trace(String correlationId) {
        String plain = correlationId.replace("-", "").toLowerCase(Locale.ROOT);
        return TraceId.isValid(plain) ? plain : Sha256.hex(correlationId).substring(0, TraceId.getLength());
    }

    /** The span of the request that brought this correlation id; all else of its trace hangs below it. */
    static Named door(String correlationId) {
        return new Named(correlationId, DOOR);
    }

    static SpanContext of(Named named) {
        return SpanContext.createFromRemoteParent(
                trace(named.correlationId()), named.span(), TraceFlags.getSampled(), TraceState.getDefault());
    }

    /** As W3C Trace Context writes it. */
    static String traceparent(Named named) {
        return "00-" + trace(named.correlationId()) + "-" + named.span() + "-01";
    }

    /** What a caller's {@code traceparent} says; empty when it is none. */
    static Optional<SpanContext> read(@Nullable String traceparent) {
        Matcher parts = Correlation.trace(traceparent);
        return parts.matches() && TraceId.isValid(parts.group(1)) && SpanId.isValid(parts.group(2))
                ? Optional.of(SpanContext.createFromRemoteParent(
                        parts.group(1), parts.group(2), TraceFlags.getSampled(), TraceState.getDefault()))
                : Optional.empty();
    }

    @Override
    public String generateTraceId() {
        @Nullable Named named = Context.current().get(NAMED);
        return named == null ? IdGenerator.random().generateTraceId() : trace(named.correlationId());
    }

    @Override
    public String generateSpanId() {
        @Nullable Named named = Context.current().get(NAMED);
        return named == null ? IdGenerator.random().generateSpanId() : named.span();
    }
}
