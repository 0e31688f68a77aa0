package vn.lienthong.hub.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a collector what was done for a correlation id, after it was done; costs nothing when there is no collector, and
 * nobody waits for one.
 */
public final class Traces implements AutoCloseable {

    /** Nobody listens. */
    public static final Traces NONE = new Traces(null, null);

    private final @Nullable SdkTracerProvider provider;
    private final @Nullable Tracer tracer;
    private final @Nullable Clock clock;

    Traces(@Nullable SdkTracerProvider provider, @Nullable Clock clock) {
        this.clock = clock;
        this.provider = provider;
        this.tracer = provider == null ? null : provider.get("lienthong");
    }

    /**
     * Something that was done.
     *
     * @param began what {@link #now} said then; it ended when it is told
     * @param what tells it from all else of the same correlation id; the same done twice is one
     * @param attributes never personal values: whoever reads traces is not asked for a reason
     */
    public record Done(
            String name,
            Kind kind,
            String correlationId,
            String what,
            Instant began,
            Map<String, String> attributes,
            @Nullable String trouble) {}

    /** On which side of a connection it was done. */
    public enum Kind {
        CONSUMER(SpanKind.CONSUMER),
        CLIENT(SpanKind.CLIENT);

        private final SpanKind kind;

        Kind(SpanKind kind) {
            this.kind = kind;
        }
    }

    public boolean on() {
        return tracer != null;
    }

    /** When something begins that will be told; any moment when nobody listens. */
    public Instant now() {
        return clock == null ? Instant.EPOCH : clock.instant();
    }

    /** The header {@code traceparent} for a call that will be told as done under this name; none when nobody listens. */
    public Optional<String> traceparent(String correlationId, String what) {
        return on() ? Optional.of(TraceIds.traceparent(new TraceIds.Named(correlationId, what))) : Optional.empty();
    }

    /** Below the request that brought its correlation id. */
    public void tell(Done done) {
        tell(done, now());
    }

    /** The same, of something that ended a while ago. */
    public void tell(Done done, Instant ended) {
        tell(
                new Part(
                        new TraceIds.Named(done.correlationId(), done.what()),
                        TraceIds.of(TraceIds.door(done.correlationId())),
                        done.kind().kind,
                        done.name(),
                        done.began(),
                        done.attributes(),
                        done.trouble()),
                ended);
    }

    /** The request itself; it ends now. */
    void tellRequest(
            TraceIds.Named id,
            @Nullable SpanContext caller,
            String name,
            Instant began,
            Map<String, String> attributes,
            @Nullable String trouble) {
        tell(new Part(id, caller, SpanKind.SERVER, name, began, attributes, trouble), now());
    }

    /**
     * What is told as one span.
     *
     * @param above of this system or of a caller; null where it is the first
     */
    private record Part(
            TraceIds.Named id,
            @Nullable SpanContext above,
            SpanKind kind,
            String name,
            Instant began,
            Map<String, String> attributes,
            @Nullable String trouble) {}

    private void tell(Part part, Instant ended) {
        if (tracer == null) {
            return;
        }
        Context own = Context.root().with(TraceIds.NAMED, part.id());
        try (Scope ids = own.makeCurrent()) {
            SpanBuilder builder = tracer.spanBuilder(part.name())
                    .setParent(part.above() == null ? own : own.with(Span.wrap(part.above())))
                    .setSpanKind(part.kind())
                    .setStartTimestamp(part.began())
                    .setAttribute("lienthong.correlation", part.id().correlationId());
            part.attributes().forEach(builder::setAttribute);
            Span span = builder.startSpan();
            if (part.trouble() != null) {
                span.setStatus(StatusCode.ERROR, part.trouble());
            }
            span.end(ended);
        }
    }

    /** What was told goes out before the hub is gone. */
    @Override
    public void close() {
        if (provider != null) {
            provider.close();
        }
    }
}
