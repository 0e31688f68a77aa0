package vn.lienthong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.intake.BrokerProcess;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;

/** Two nodes in processes of their own, told by environment variables alone where PostgreSQL, Redis and Artemis are. */
class NodesTest {

    private static final String CODE = "000.00.15.H52-260824-6801";
    private static final String TOKEN = "the-administrators-token";

    @TempDir
    private Path folder;

    private final PartAddresses parts = RealParts.shared().addressesWithFreshDatabase();

    @Test
    void shareOneRegisterOneCacheAndOneBroker() throws Exception {
        try (var broker = new BrokerProcess(folder.resolve("broker"))) {
            broker.start();
            try (var one = new Node("one", broker);
                    var two = new Node("two", broker)) {
                one.awaitReady();
                two.awaitReady();
                pushesThroughOneAndReadsOnTheOther(one, two);
                assertThat(one.log()).isNotEmpty().allSatisfy(line -> {
                    JsonNode entry = JsonMapper.shared().readTree(line);
                    assertThat(entry.path("message").asString()).isNotBlank();
                    assertThat(entry.at("/service/node/name").asString()).isEqualTo("one");
                });
            }
        }
    }

    private static void pushesThroughOneAndReadsOnTheOther(Node one, Node two) {
        HubClient landAtOne = one.as("land", "SENDER");
        HubClient landAtTwo = new HubClient(two.url(), landAtOne.key());
        HubClient portal = two.as("unified-portal", "UNIFIED_PORTAL");

        JsonNode outcome = landAtOne.pushes(LandSystem.ID, LandSystem.accepted(CODE));
        assertThat(outcome.path("counts").path("registered").asInt())
                .as(outcome.toString())
                .isOne();
        assertThat(status(portal)).isEqualTo(2);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> landAtTwo.gets("/api/v1/dossiers/" + CODE).status() == 200);
        landAtOne.pushes(LandSystem.ID, LandSystem.processing(CODE));
        assertThat(status(portal)).isEqualTo(4);
    }

    private static int status(HubClient portal) {
        return portal.gets("/api/v1/tracking/" + CODE)
                .is(200)
                .json()
                .path("status")
                .path("code")
                .asInt();
    }

    private final class Node implements AutoCloseable {

        private final int port = freePort();
        private final Path log;
        private final Process process;

        Node(String name, BrokerProcess broker) throws IOException {
            log = folder.resolve(name + ".log");
            var command = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-Dio.netty.noUnsafe=false",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx384m",
                            "-cp",
                            withoutTests(System.getProperty("java.class.path")),
                            LienThong.class.getName())
                    .redirectError(folder.resolve(name + ".err").toFile())
                    .redirectOutput(log.toFile());
            command.environment().putAll(environment(name, broker));
            process = command.start();
        }

        private Map<String, String> environment(String name, BrokerProcess broker) {
            return Map.ofEntries(
                    Map.entry("LIENTHONG_MODE", "node"),
                    Map.entry("LIENTHONG_NODE", name),
                    Map.entry("LIENTHONG_PORT", Integer.toString(port)),
                    Map.entry("LIENTHONG_DATA", folder.resolve("shared").toString()),
                    Map.entry("LIENTHONG_ADMIN_TOKEN", TOKEN),
                    Map.entry("LIENTHONG_DB_URL", parts.database().url()),
                    Map.entry("LIENTHONG_DB_USER", parts.database().user()),
                    Map.entry("LIENTHONG_DB_PASSWORD", parts.database().password()),
                    Map.entry(
                            "LIENTHONG_REDIS_URL",
                            "redis://:" + parts.cache().password() + "@127.0.0.1:"
                                    + parts.cache().port()),
                    Map.entry("LIENTHONG_BROKER_URL", broker.address().url()),
                    Map.entry("LIENTHONG_BROKER_USER", broker.address().user()),
                    Map.entry("LIENTHONG_BROKER_PASSWORD", broker.address().password()),
                    Map.entry("LIENTHONG_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32])),
                    Map.entry("LIENTHONG_NATIONAL_URL", parts.nationalPortal().toString()));
        }

        String url() {
            return "http://127.0.0.1:" + port;
        }

        void awaitReady() {
            var anybody = new HubClient(url(), "");
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .failFast("the node ended", () -> !process.isAlive())
                    .until(() -> anybody.gets("/actuator/health/readiness").status() == 200);
        }

        /** A new key, known to this node. */
        HubClient as(String principal, String role) {
            String key = new HubClient(url(), TOKEN)
                    .posts("/api/v1/keys", "{\"principal\":\"%s\",\"role\":\"%s\"}".formatted(principal, role))
                    .is(201)
                    .json()
                    .path("key")
                    .asString();
            return new HubClient(url(), key);
        }

        List<String> log() throws IOException {
            return Files.readAllLines(log);
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** As it is delivered: the tests bring a logging of their own. */
    private static String withoutTests(String classpath) {
        return Stream.of(classpath.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
