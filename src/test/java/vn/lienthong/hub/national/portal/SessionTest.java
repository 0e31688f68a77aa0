package vn.lienthong.hub.national.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.infra.RealParts;
import vn.lienthong.standin.StandIn;
import vn.lienthong.standin.StandInOptions;

/** Nodes that share the portal's session through Redis, and go on without it. */
class SessionTest {

    private static final String PASSWORD = "shared";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private final String account = UUID.randomUUID().toString();
    private final List<LettuceConnectionFactory> connections = new ArrayList<>();
    private final List<LogIn> logIns = new ArrayList<>();
    private StandIn portal;

    @BeforeEach
    void start() throws IOException {
        portal = StandIn.start(StandInOptions.of(folder, PASSWORD));
    }

    @AfterEach
    void stop() {
        portal.close();
        connections.forEach(LettuceConnectionFactory::destroy);
    }

    @Test
    void logsInOnceForTwoNodes() {
        var one = node(redis());
        var other = node(redis());

        assertThat(other.token()).isEqualTo(one.token());
        assertThat(logIns).hasSize(1);
    }

    @Test
    void logsInOnceForTwoNodesThatNeedASessionAtTheSameTime() {
        var tokens = List.of(node(redis()), node(redis()), node(redis())).stream()
                .map(node -> CompletableFuture.supplyAsync(node::token))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct();

        assertThat(tokens).hasSize(1);
        assertThat(logIns).hasSize(1);
    }

    @Test
    void logsInAnewForBothNodesWhenOneFindsTheSessionEnded() {
        var one = node(redis());
        var other = node(redis());
        var ended = one.token();
        assertThat(other.token()).isEqualTo(ended);

        one.ended(ended);
        other.ended(ended);

        assertThat(one.token()).isNotEqualTo(ended).isEqualTo(other.token());
        assertThat(logIns).hasSize(2);
    }

    @Test
    void doesNotForgetTheNewerSessionOfAnotherNode() {
        var one = node(redis());
        var other = node(redis());
        var ended = one.token();
        assertThat(other.token()).isEqualTo(ended);
        one.ended(ended);
        var newer = one.token();

        other.ended(ended);

        assertThat(other.token()).isEqualTo(newer);
        assertThat(logIns).hasSize(2);
    }

    @Test
    void keepsTheSessionSealedInRedis() {
        var redis = redis();
        var token = node(redis).token();

        var template = template(redis);
        assertThat(template.opsForValue().get("national:session:" + account))
                .isNotBlank()
                .doesNotContain(token);
    }

    @Test
    void letsEachNodeLogInWhileRedisIsStopped() throws IOException {
        var one = node(nowhere());
        var other = node(nowhere());

        assertThat(one.token()).isNotBlank().isNotEqualTo(other.token());
        assertThat(one.token()).isEqualTo(one.token());
        one.ended(one.token());
        assertThat(one.token()).isNotBlank();
        assertThat(logIns).hasSize(3);
    }

    private Session node(LettuceConnectionFactory redis) {
        var timing = new Wire.Timing(PATIENCE, PATIENCE, 100_000, 2);
        var wire = new Wire(URI.create(portal.url()), "H52", timing);
        var shared =
                new RedisSession(template(redis), PlatformFixture.seal(), account, Duration.ofMinutes(1), PATIENCE);
        var session = new Session(wire, new Session.Account("/mapi/login", "lienthong", () -> PASSWORD), shared);
        session.listen(login -> {
            synchronized (logIns) {
                logIns.add(login);
            }
        });
        return session;
    }

    private static StringRedisTemplate template(LettuceConnectionFactory redis) {
        return new StringRedisTemplate(redis);
    }

    private LettuceConnectionFactory redis() {
        var cache = RealParts.shared().addresses().cache();
        var server = new RedisStandaloneConfiguration(cache.host(), cache.port());
        server.setPassword(cache.password());
        return connected(server);
    }

    private LettuceConnectionFactory nowhere() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return connected(new RedisStandaloneConfiguration("127.0.0.1", free.getLocalPort()));
        }
    }

    private LettuceConnectionFactory connected(RedisStandaloneConfiguration server) {
        var client = LettuceClientConfiguration.builder()
                .commandTimeout(Duration.ofMillis(500))
                .shutdownTimeout(Duration.ZERO)
                .build();
        var factory = new LettuceConnectionFactory(server, client);
        factory.afterPropertiesSet();
        factory.start();
        connections.add(factory);
        return factory;
    }
}
