package vn.lienthong.hub.platform.trace;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Takes traces as a collector of OpenTelemetry does, by HTTP in protocol buffers. */
public final class TraceCollector implements AutoCloseable {

    private static final String PATH = "/v1/traces";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    public TraceCollector() {
        server.start();
        server.stubFor(post(PATH).willReturn(ok()));
    }

    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** What has come so far of the trace of this correlation id. */
    public List<Told> of(String correlationId) {
        String trace = TraceIds.trace(correlationId);
        return server.findAll(postRequestedFor(urlEqualTo(PATH))).stream()
                .flatMap(request -> spans(request.getBody()))
                .filter(span -> hex(span.getTraceId().toByteArray()).equals(trace))
                .map(span -> new Told(
                        span.getName(),
                        span.getKind().name(),
                        hex(span.getSpanId().toByteArray()),
                        hex(span.getParentSpanId().toByteArray())))
                .toList();
    }

    /** The span of the request that brought this correlation id. */
    public static String door(String correlationId) {
        return TraceIds.door(correlationId).span();
    }

    /** A span as it arrived; ids in hexadecimal, no parent is empty. */
    public record Told(String name, String kind, String id, String parent) {}

    private static Stream<Span> spans(byte[] body) {
        try {
            return ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
                    .flatMap(resource -> resource.getScopeSpansList().stream())
                    .flatMap(scope -> scope.getSpansList().stream());
        } catch (InvalidProtocolBufferException foreign) {
            throw new UncheckedIOException(foreign);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        server.stop();
    }
}
