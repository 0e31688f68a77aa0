package vn.lienthong.hub.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.lienthong.hub.platform.NodeName;
import vn.lienthong.infra.StartFailure;

/** {@code LIENTHONG_OTLP=http://collector:4318}: without it nothing is traced; {@code LIENTHONG_OTLP_SHARE} of all traces. */
@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    private static final String ADDRESS = "LIENTHONG_OTLP";
    private static final String SHARE = "LIENTHONG_OTLP_SHARE";

    /** What a collector that is away costs at most: the oldest spans beyond it are dropped. */
    private static final int KEPT = 4_096;

    @Bean
    Traces traces(Environment environment, NodeName node, Clock clock) {
        String address = environment.getProperty(ADDRESS, "").strip();
        if (address.isEmpty()) {
            return Traces.NONE;
        }
        if (!address.matches("https?://[^/\\s]+/?")) {
            throw new StartFailure(ADDRESS + " is no address: " + address, "write http://host:4318");
        }
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(address.replaceFirst("/$", "") + "/v1/traces")
                .setConnectTimeout(Duration.ofSeconds(5))
                .setTimeout(Duration.ofSeconds(10))
                .build();
        return new Traces(
                SdkTracerProvider.builder()
                        .setIdGenerator(new TraceIds())
                        // by the trace id alone, so that every part of a trace is kept or none
                        .setSampler(Sampler.traceIdRatioBased(share(environment)))
                        .setResource(Resource.create(Attributes.of(
                                AttributeKey.stringKey("service.name"),
                                "lienthong",
                                AttributeKey.stringKey("service.instance.id"),
                                node.value())))
                        .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                                .setMaxQueueSize(KEPT)
                                .setScheduleDelay(Duration.ofSeconds(1))
                                .build())
                        .build(),
                clock);
    }

    private static double share(Environment environment) {
        String text = environment.getProperty(SHARE, "1").strip();
        try {
            double share = Double.parseDouble(text);
            if (share > 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw new StartFailure(SHARE + " is no share: " + text, "write a number above 0 and up to 1, such as 0.1");
    }
}
