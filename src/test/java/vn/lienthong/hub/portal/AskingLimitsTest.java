package vn.lienthong.hub.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import vn.lienthong.hub.platform.CacheReachFixture;
import vn.lienthong.infra.local.RedisProcess;
import vn.lienthong.trust.SealFixture;

/** The limits of the citizens' page, on two nodes before one Redis. */
class AskingLimitsTest {

    private static final CitizenPageSettings THREE_PER_DOSSIER =
            new CitizenPageSettings(5, 3, 1000, Duration.ofHours(1), Duration.ofMillis(1), Duration.ofMinutes(1));

    @TempDir
    private static Path folder;

    private static RedisProcess redis;
    private static LettuceConnectionFactory connections;

    private final AskingLimits one = node();
    private final AskingLimits other = node();

    @BeforeAll
    static void start() {
        redis = new RedisProcess(folder).start();
        connections = new LettuceConnectionFactory("127.0.0.1", redis.address().port());
        connections.afterPropertiesSet();
        connections.start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        connections.destroy();
        redis.close();
    }

    @Test
    void countsTheQuestionsAboutADossierOnAllNodesTogether() {
        assertThat(allowed(one, "shared", 2) + allowed(other, "shared", 3)).isEqualTo(3);
    }

    @Test
    void countsTheQuestionsOfAnAddressWhateverDossierTheyAreAbout() {
        long answered = IntStream.range(0, 9)
                .filter(i ->
                        Boolean.TRUE.equals(one.allow("10.0.0.9", "code-" + i).block()))
                .count();

        assertThat(answered).isEqualTo(5);
    }

    @Test
    void holdsOnEachNodeWhileRedisIsAway() throws InterruptedException {
        redis.close();
        try {
            assertThat(allowed(one, "alone", 9)).isEqualTo(3);
            assertThat(allowed(other, "alone", 9)).isEqualTo(3);
        } finally {
            redis.start();
            await().ignoreExceptions().until(() -> connections.getConnection().ping() != null);
        }
    }

    private static long allowed(AskingLimits node, String code, int times) {
        return IntStream.range(0, times)
                .filter(i -> Boolean.TRUE.equals(
                        node.allow(code + "-from-" + i, code).block()))
                .count();
    }

    private static AskingLimits node() {
        return new AskingLimits(
                THREE_PER_DOSSIER,
                new ReactiveStringRedisTemplate(connections),
                CacheReachFixture.reached(connections),
                SealFixture.seal());
    }
}
