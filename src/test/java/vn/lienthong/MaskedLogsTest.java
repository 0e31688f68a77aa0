package vn.lienthong;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MaskedLogsTest {

    private final LoggerContext context = new LoggerContext();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner 014090000001",
                "owner=014090000001",
                "{\"SoDinhDanh\":\"014090000001\"}",
                "id:014090000001"
            })
    void masksWhatLooksLikeAPersonalId(String message) {
        assertThat(written(message).path("message").asString())
                .doesNotContain("090000")
                .contains("014***01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"000.00.15.H52-260824-6801", "took 1787535900123 ns", "0f000000-0000-4000-8000-000000000001"})
    void leavesCodesAndInstantsAsTheyAre(String message) {
        assertThat(written(message).path("message").asString()).isEqualTo(message);
    }

    @Test
    void masksTheCauseToo() {
        var failure = new IllegalStateException("no such citizen: 014090000001");
        assertThat(written("refused", failure).path("error").toString())
                .contains("no such citizen: 014***01")
                .doesNotContain("090000");
    }

    @Test
    void keepsTheCorrelationIdBesideTheMessage() {
        assertThat(written("refused").path("correlationId").asString()).isEqualTo("office:014090000001");
    }

    private JsonNode written(String message) {
        return written(message, null);
    }

    private JsonNode written(String message, @Nullable Throwable failure) {
        var event = new LoggingEvent("", context.getLogger("hub"), Level.WARN, message, failure, null);
        event.setMDCPropertyMap(Map.of("correlationId", "office:014090000001"));
        return JsonMapper.shared().readTree(new String(encoder().encode(event), StandardCharsets.UTF_8));
    }

    private StructuredLogEncoder encoder() {
        context.putObject(
                Environment.class.getName(),
                new MockEnvironment().withProperty("logging.structured.json.customizer", MaskedLogs.class.getName()));
        var encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.start();
        return encoder;
    }
}
