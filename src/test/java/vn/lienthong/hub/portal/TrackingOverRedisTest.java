package vn.lienthong.hub.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.infra.BesideOthers;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;
import vn.lienthong.infra.local.RedisProcess;

/** Tracking never shows an older status than the register, whatever happens to Redis (delivery rules, section 6). */
@BesideOthers
class TrackingOverRedisTest {

    private static final int ACCEPTED = 2;
    private static final int PROCESSING = 4;

    @TempDir
    private static Path folder;

    private static RedisProcess redis;
    private static RunningHub hub;
    private static HubClient land;
    private static HubClient citizen;
    private static int dossiers;

    private final String code = "000.00.15.H52-260824-%04d".formatted(++dossiers);

    @BeforeAll
    static void start() {
        redis = new RedisProcess(folder).start();
        PartAddresses parts = RealParts.shared().addressesWithFreshDatabase();
        hub = RunningHub.start(
                RealParts.shared().freshHome(),
                new PartAddresses(parts.database(), redis.address(), parts.broker(), parts.nationalPortal()));
        land = hub.as(LandSystem.ID);
        citizen = hub.as("unified-portal");
    }

    @BeforeEach
    void accept() {
        land.pushes(LandSystem.ID, LandSystem.accepted(code));
        await().until(() -> status() == ACCEPTED && views() > 0);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        hub.close();
        redis.close();
    }

    @Test
    void showsTheNewStatusWhenRedisComesBackWithOldData() throws Exception {
        redis.saves();
        redis.kill();
        land.pushes(LandSystem.ID, LandSystem.processing(code));
        assertThat(status()).as("with Redis down").isEqualTo(PROCESSING);

        redis.start();

        assertThat(views()).as("old views that came back").isPositive();
        showsForAWhile(PROCESSING);
    }

    @Test
    void showsTheNewStatusWhenRedisForgetsAChangeItWasTold() throws Exception {
        redis.saves();
        land.pushes(LandSystem.ID, LandSystem.processing(code));
        assertThat(status()).isEqualTo(PROCESSING);

        redis.kill();
        redis.start();
        awaitConnection();

        showsForAWhile(PROCESSING);
    }

    @Test
    void showsTheNewStatusRightAfterAChange() {
        land.pushes(LandSystem.ID, LandSystem.processing(code));

        showsForAWhile(PROCESSING);
    }

    @Test
    void usesRedisAgainAfterItCameBack() throws Exception {
        redis.kill();
        redis.start();
        assertThat(views()).isZero();

        await().atMost(Duration.ofSeconds(10)).until(() -> status() == ACCEPTED && views() > 0);
    }

    /** Without asking for a view: only the connection itself can have told of the restart. */
    private static void awaitConnection() {
        var cache = hub.bean(ReactiveStringRedisTemplate.class);
        await().ignoreExceptions().until(() -> cache.hasKey("nothing").block(Duration.ofSeconds(1)), found -> !found);
    }

    private void showsForAWhile(int expected) {
        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(8))
                .pollInterval(Duration.ofMillis(20))
                .failFast("an older status was shown", () -> status() != expected)
                .until(() -> true);
    }

    private int status() {
        return citizen.gets("/api/v1/tracking/" + code)
                .is(200)
                .json()
                .path("status")
                .path("code")
                .asInt(0);
    }

    private long views() throws Exception {
        return Long.parseLong(redis.ask("EVAL \"return #redis.call('KEYS','view:*:%s')\" 0".formatted(code))
                .substring(1));
    }
}
