package vn.lienthong;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.intake.BrokerProcess;
import vn.lienthong.infra.OwnProcesses;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;

/** Two nodes in processes of their own, told by environment variables alone where PostgreSQL, Redis and Artemis are. */
@OwnProcesses
class NodesTest {

    private static final String CODE = "000.00.15.H52-260824-6801";
    private static final int PLANTED = 20_000;
    private static final String FETCHED = "one-stop-communes";
    private static final String TOKEN = "the-administrators-token";

    @TempDir
    private Path folder;

    private final PartAddresses parts = RealParts.shared().addressesWithFreshDatabase();
    private final JdbcClient db = JdbcClient.create(new DriverManagerDataSource(
            parts.database().url(), parts.database().user(), parts.database().password()));

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

    @Test
    @Tag("long")
    void beginsAReconciliationAnewThatWasKilledWithItsNodeAndCountsExactly() throws Exception {
        try (var broker = new BrokerProcess(folder.resolve("broker"))) {
            broker.start();
            String run;
            try (var slow = new Node("one", broker, Map.of("LIENTHONG_RECONCILIATION_ROWSPERSECOND", "2000"))) {
                slow.awaitReady();
                plant();
                HubClient operator = slow.as("checker", "OPERATOR");
                String list = operator.posts(
                                "/api/v1/reconciliations/lists?side=PORTAL",
                                portalList().getBytes(StandardCharsets.UTF_8),
                                "text/csv")
                        .is(201)
                        .json()
                        .path("id")
                        .asString();
                run = operator.posts(
                                "/api/v1/reconciliations",
                                "{\"portalList\":\"%s\",\"fromCode\":\"KILL-\",\"toCode\":\"KILL-~\",\"reason\":\"kill\"}"
                                        .formatted(list))
                        .json()
                        .path("id")
                        .asString();
                await().atMost(Duration.ofMinutes(1)).until(() -> differences() > 0);
                slow.kill();
            }
            long left = differences();
            assertThat(left).isBetween(1L, 59L);
            try (var again = new Node("one", broker)) {
                again.awaitReady();
                HubClient operator = again.as("checker-again", "OPERATOR");
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> operator.gets("/api/v1/reconciliations/" + run)
                                .json()
                                .path("state")
                                .asString()
                                .equals("DONE"));
                JsonNode counts =
                        operator.gets("/api/v1/reconciliations/" + run).json().path("counts");
                assertThat(counts.at("/numbers/hub").asInt()).isEqualTo(PLANTED);
                assertThat(counts.path("differences").toString())
                        .isEqualTo("{\"PORTAL.ONLY_HERE\":20,\"PORTAL.ONLY_THERE\":20,\"PORTAL.STATUS_DIFFERS\":20}");
                assertThat(differences()).isEqualTo(60);
            }
        }
    }

    @Test
    @Tag("long")
    void oneNodeFetchesAtATimeAndTheOtherGoesOnWhenItIsKilled() throws Exception {
        var system =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        system.start();
        Map<String, String> more =
                Map.of("LIENTHONG_HOME", homeThatFetches(system.baseUrl()).toString());
        system.stubFor(get(anyUrl())
                .willReturn(aResponse()
                        .withBody(Files.readString(
                                Path.of("src/test/resources/departments", FETCHED, "new-dossier.push.json")))));
        try (var broker = new BrokerProcess(folder.resolve("broker"))) {
            broker.start();
            try (var one = new Node("one", broker, more);
                    var two = new Node("two", broker, more)) {
                one.awaitReady();
                two.awaitReady();
                awaitAsked(system, 3);
                one.kill();
                awaitAsked(system, 3);
                try (var again = new Node("one", broker, more)) {
                    again.awaitReady();
                    two.kill();
                    awaitAsked(system, 3);
                    JsonNode accounts = again.as("checker", "OPERATOR")
                            .gets("/api/v1/accounts")
                            .is(200)
                            .json();
                    assertThat(accounts.at("/total/accepted").asInt()).isOne();
                    assertThat(accounts.at("/total/registered").asInt()).isOne();
                }
            }
        } finally {
            system.stop();
        }
    }

    /** Longer than the lease of a killed node. */
    private static void awaitAsked(WireMockServer system, int times) {
        int before = system.findAll(getRequestedFor(anyUrl())).size();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> system.findAll(getRequestedFor(anyUrl())).size() >= before + times);
    }

    private Path homeThatFetches(String address) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        FileSystemUtils.copyRecursively(Path.of("config"), home.resolve("config"));
        FileSystemUtils.copyRecursively(Path.of("routes"), home.resolve("routes"));
        Files.writeString(
                home.resolve("config/departments").resolve(FETCHED + ".yaml"),
                """

                collect:
                  by: http
                  url: %s/pa/dossier/search?page={page}&size={size}&spec=slice
                  every: 1s
                  items: content
                  id: id
                  paging: {size: 50, number: number, last: last}
                """.formatted(address),
                StandardOpenOption.APPEND);
        return home;
    }

    private long differences() {
        return db.sql("select count(*) from hub.differences").query(Long.class).single();
    }

    private void plant() {
        db.sql("""
                        insert into hub.dossiers (id, code, sender, status, version, last_seq, received_at, due_at, due_source,
                          config_version, created_at, updated_at, facts)
                        select gen_random_uuid(), 'KILL-' || lpad(n::text, 6, '0'), 'land', 4, 1, 3,
                          timestamptz '2026-08-01 08:00:00+07', timestamptz '2026-09-01 08:00:00+07', 'DEPARTMENT', 1,
                          now() - interval '1 day', now() - interval '1 day', '{"summary":"x"}'
                        from generate_series(1, :planted) n""").param("planted", PLANTED).update();
    }

    /** Of a thousand one is missing, one is another's, one has another status. */
    private static String portalList() {
        return IntStream.rangeClosed(1, PLANTED)
                .filter(n -> n % 1_000 != 1)
                .mapToObj(n -> "KILL-%06d,%s\n".formatted(n, n % 1_000 == 3 ? "9" : "4")
                        + (n % 1_000 == 2 ? "KILL-%06dX,4\n".formatted(n) : ""))
                .collect(Collectors.joining("", "MaHoSo,TrangThaiHoSo\n", ""));
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
            this(name, broker, Map.of());
        }

        Node(String name, BrokerProcess broker, Map<String, String> more) throws IOException {
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
            command.environment().putAll(more);
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
            await().atMost(Duration.ofMinutes(3))
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

        /** As {@code kill -9} does. */
        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
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
