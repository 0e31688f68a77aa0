package vn.lienthong.hub.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.infra.Mode;

/** What ends a visit when its token is to be renewed, and what does not. */
class RenewalsTest {

    private final Instant now = Instant.parse("2026-11-22T23:30:00Z");
    private final Visit visit =
            new Visit("lan", "OPERATOR", Set.of("SEE_LISTS"), "", "old", "refresh", now, null, now, now);

    @TempDir
    private Path folder;

    private HttpServer provider;
    private volatile int status;

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/oauth2/token", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void keepsAVisitWhileTheProviderIsUnwell() {
        for (int unwell : new int[] {500, 502, 503, 429}) {
            status = unwell;
            assertThat(renewed()).as("%d", unwell).contains(visit);
        }
    }

    @Test
    void endsAVisitWhoseTokenTheProviderRefuses() {
        status = 400;
        assertThat(renewed()).isEmpty();
    }

    private Optional<Visit> renewed() {
        String address = "http://127.0.0.1:" + provider.getAddress().getPort();
        var settings = new ConsoleSettings(
                "http://127.0.0.1",
                address,
                address + "/oauth2/jwks",
                "console",
                "secret",
                true,
                Duration.ofMinutes(30),
                Duration.ofHours(12),
                "");
        var client =
                new ConsoleClient(settings, PlatformFixture.home(Mode.NODE, folder, folder), Schedulers.immediate());
        return new Renewals(settings, client, Clock.systemUTC()).of(visit).blockOptional(Duration.ofSeconds(10));
    }
}
