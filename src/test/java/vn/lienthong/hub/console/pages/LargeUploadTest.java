package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** A form with a file that is larger than anybody needs. */
@ExtendWith(OneHub.class)
class LargeUploadTest {

    private static final String IMPORTS = "/console/catalogue/imports";

    private final RunningHub hub;

    LargeUploadTest(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void isRefusedAndNoErrorIsLoggedOfIt() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger reactor = (Logger) LoggerFactory.getLogger("reactor.core.publisher.Operators");
        reactor.addAppender(log);
        try {
            var huge = ConsoleVisitor.withKeyOf(hub, "operator")
                    .uploads("/console/routes", IMPORTS, Map.of(), "so.csv", new byte[2 << 20]);
            assertThat(huge.statusCode()).isEqualTo(413);
            assertThat(huge.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(huge.body()).contains("too-large", "2 MB");
        } finally {
            reactor.detachAppender(log);
        }
        assertThat(log.list)
                .noneMatch(event -> event.getFormattedMessage().contains("onErrorDropped")
                        && event.getThrowableProxy() != null
                        && event.getThrowableProxy().getClassName().endsWith("ProblemException"));
    }

    @Test
    void isRefusedBeforeAnyOfItIsRead() throws IOException {
        URI address = URI.create(hub.as("operator").url());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            socket.getOutputStream()
                    .write(("""
                    POST %s HTTP/1.1\r
                    Host: %s\r
                    Content-Type: multipart/form-data; boundary=part\r
                    Content-Length: %d\r
                    \r
                    """.formatted(IMPORTS, address.getHost(), 3 << 20)).getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }
}
