package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;

/** The door of a node whose parts fail: a broker that is killed, a Redis that is not there, a PostgreSQL that goes. */
@Execution(ExecutionMode.CONCURRENT)
class DoorOfANodeTest {

    @TempDir
    Path folder;

    private final HubHome home = DoorUnderTest.home(Mode.NODE);
    private final PartAddresses shared = RealParts.shared().addressesWithFreshDatabase();
    private BrokerProcess broker;
    private DoorUnderTest door;
    private DoorClient office;

    @BeforeEach
    void open() throws IOException {
        broker = new BrokerProcess(folder);
        broker.start();
        door = DoorUnderTest.open(home, parts(shared.database()), Map.of());
        office = new DoorClient(door.url(), issuedKey());
    }

    @AfterEach
    void close() throws InterruptedException {
        door.close();
        broker.close();
    }

    @Test
    void keepsWhatItConfirmedWhenTheBrokerIsKilledRightAfter() throws Exception {
        var confirmed = new ConcurrentLinkedQueue<String>();
        var killed = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.submit(() -> pushUntil(killed, confirmed));
            }
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> confirmed.size() > 50);
            broker.kill();
            killed.set(true);
        }
        broker.start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> push().status() == 202);

        assertThat(door.received("office").stream().map(message -> message.get("receipt")))
                .containsAll(confirmed.stream().map(this::id).toList());
    }

    @Test
    void refusesWithRetryAfterWhileTheBrokerIsAwayAndOpensAgain() throws Exception {
        broker.kill();
        Stream.generate(this::push).limit(3).forEach(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("broker-unavailable");
            assertThat(answer.headers()).containsEntry("retry-after", "5");
        });
        broker.start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> push().status() == 202);
    }

    @Test
    void refusesWithRetryAfterWhileTheBrokerHangs() throws Exception {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> push().status() == 202);
        broker.freeze();
        long asked = System.nanoTime();
        var answer = push();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("retry-after", "5");
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(8));
        broker.thaw();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> push().status() == 202);
        assertThat(door.bean(Turnstile.class).inside()).isZero();
    }

    @Test
    void remembersForItselfWhileRedisIsAway() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> push().status() == 202);
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var first = office.pushes("office", "{}", key);
        assertThat(office.pushes("office", "{}", key).receipt()).isEqualTo(first.receipt());
        assertThat(office.pushes("office", "[]", key).status()).isEqualTo(422);
    }

    @Test
    void opensAfterARestartWithPostgreSqlDown() {
        door.close();
        var nowhere = new PartAddresses.Database(
                "jdbc:postgresql://127.0.0.1:1/lienthong?currentSchema=hub",
                shared.database().user(),
                shared.database().password());
        door = DoorUnderTest.open(home, parts(nowhere), Map.of());
        office = new DoorClient(door.url(), office.key());

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> push().status() == 202);
        assertThat(new DoorClient(door.url(), "lt_00000000_" + "0".repeat(64))
                        .pushes("office", "{}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void takesEnvelopesWithPostgreSqlDownAndAsksForThemAgainWithTheBrokerAwayToo() throws Exception {
        door.close();
        var nowhere = new PartAddresses.Database(
                "jdbc:postgresql://127.0.0.1:1/lienthong?currentSchema=hub",
                shared.database().user(),
                shared.database().password());
        door = DoorUnderTest.open(home, parts(nowhere), Map.of());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            office = new DoorClient(door.url(), office.key());
            return push().status() == 202;
        });
        door.received("office");
        var http = new HubClient(door.url(), "");

        var session = http.posts(
                        "/envelope/office/mapi/login",
                        "{\"username\":\"office\",\"password\":\"%s\"}".formatted(office.key()))
                .json()
                .path("session")
                .asString();
        var call = "{\"session\":\"%s\",\"service\":\"NopHoSo\",\"data\":[{\"n\":1}]}".formatted(session);
        var answer = http.posts("/envelope/office/mapi/g", call).is(200).json();

        assertThat(answer.path("error_code").asString()).isEqualTo("0");
        assertThat(answer.path("message").asString()).isEqualTo("Đã nhận");
        assertThat(door.received("office")).singleElement().satisfies(message -> {
            var kept = new String((byte[]) message.get("body"), StandardCharsets.UTF_8);
            assertThat(kept).isEqualTo(call.replace(session, ""));
        });
        broker.kill();
        assertThat(http.posts("/envelope/office/mapi/g", call.replace("\"n\":1", "\"n\":2"))
                        .is(200)
                        .json()
                        .path("error_code")
                        .asString())
                .isEqualTo("-9");
    }

    private void pushUntil(AtomicBoolean killed, ConcurrentLinkedQueue<String> confirmed) {
        while (!killed.get()) {
            var answer = push();
            if (answer.status() == 202) {
                confirmed.add(answer.receipt());
            }
        }
    }

    private DoorClient.Answer push() {
        return office.pushes("office", "{\"n\":\"" + UUID.randomUUID() + "\"}");
    }

    private Object id(String receipt) {
        return door.bean(Receipts.class).parse(receipt).orElseThrow().id().toString();
    }

    private PartAddresses parts(PartAddresses.Database database) {
        var nobody = new PartAddresses.Cache("127.0.0.1", 1, "", false);
        return new PartAddresses(database, nobody, broker.address(), shared.nationalPortal());
    }

    private String issuedKey() {
        return new DoorClient(door.url(), "the-token-of-this-machine")
                .calls("POST", "/api/v1/keys", "{\"principal\":\"office\",\"role\":\"SENDER\"}")
                .text("key");
    }
}
