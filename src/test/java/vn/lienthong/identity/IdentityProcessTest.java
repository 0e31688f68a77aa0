package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.LienThong;
import vn.lienthong.infra.OwnProcesses;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;

/** {@code lienthong identity} as a process of its own, told by environment variables alone where its servers are. */
@OwnProcesses
class IdentityProcessTest {

    @TempDir
    private Path folder;

    @Test
    void runsWithoutTheHub() throws Exception {
        int port = FreePort.next();
        Process process = start(port);
        try {
            var browser = new Browser();
            String issuer = "http://127.0.0.1:" + port;
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .failFast("identity ended: " + folder, () -> !process.isAlive())
                    .until(() ->
                            browser.asks(issuer + "/actuator/health/readiness").statusCode() == 200);
            assertThat(browser.asks(issuer + "/.well-known/openid-configuration")
                            .body())
                    .contains("\"issuer\":\"https://dang-nhap.tinh.example\"");
            assertThat(Files.readString(folder.resolve("log")))
                    .contains("Identity ready")
                    .doesNotContain("Camel");
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Process start(int port) throws IOException {
        PartAddresses parts = RealParts.shared().addressesWithFreshDatabase();
        var command = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LienThong.class.getName(),
                        "identity")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        command.environment()
                .putAll(Map.ofEntries(
                        Map.entry("LIENTHONG_MODE", "node"),
                        Map.entry("LIENTHONG_DATA", folder.toString()),
                        Map.entry("LIENTHONG_IDENTITY_PORT", Integer.toString(port)),
                        Map.entry("LIENTHONG_IDENTITY_ISSUER", "https://dang-nhap.tinh.example"),
                        Map.entry("LIENTHONG_DB_URL", parts.database().url()),
                        Map.entry("LIENTHONG_DB_USER", parts.database().user()),
                        Map.entry("LIENTHONG_DB_PASSWORD", parts.database().password()),
                        Map.entry(
                                "LIENTHONG_REDIS_URL",
                                "redis://:" + parts.cache().password() + "@127.0.0.1:"
                                        + parts.cache().port()),
                        Map.entry("LIENTHONG_BROKER_URL", parts.broker().url()),
                        Map.entry("LIENTHONG_BROKER_USER", parts.broker().user()),
                        Map.entry("LIENTHONG_BROKER_PASSWORD", parts.broker().password()),
                        Map.entry("LIENTHONG_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32])),
                        Map.entry(
                                "LIENTHONG_NATIONAL_URL", parts.nationalPortal().toString())));
        return command.start();
    }
}
