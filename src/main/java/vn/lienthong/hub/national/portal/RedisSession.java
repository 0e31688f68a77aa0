package vn.lienthong.hub.national.portal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import vn.lienthong.trust.Seal;

/**
 * The session in Redis, sealed, for a while. Only a convenience: with Redis down, or with a value that cannot be opened,
 * this node logs in for itself.
 */
public final class RedisSession implements SharedSession {

    private static final Logger log = LoggerFactory.getLogger(RedisSession.class);

    private final StringRedisTemplate redis;
    private final Seal seal;
    private final String name;
    private final Duration kept;
    private final Duration longestLogIn;

    /** {@code name} tells accounts and environments apart. */
    public RedisSession(StringRedisTemplate redis, Seal seal, String name, Duration kept, Duration longestLogIn) {
        this.redis = redis;
        this.seal = seal;
        this.name = "national:session:" + name;
        this.kept = kept;
        this.longestLogIn = longestLogIn;
    }

    @Override
    public Optional<String> find() {
        return Optional.ofNullable(careful(() -> redis.opsForValue().get(name), null))
                .flatMap(this::opened);
    }

    @Override
    public boolean mayLogIn() {
        return !Boolean.FALSE.equals(
                careful(() -> redis.opsForValue().setIfAbsent(name + ":log-in", "", longestLogIn), true));
    }

    @Override
    public void keep(String token) {
        careful(
                () -> {
                    redis.opsForValue().set(name, sealed(token), kept);
                    return redis.delete(name + ":log-in");
                },
                null);
    }

    @Override
    public Optional<Duration> left() {
        return Optional.ofNullable(careful(() -> redis.getExpire(name, TimeUnit.MILLISECONDS), null))
                .filter(millis -> millis > 0)
                .map(Duration::ofMillis);
    }

    @Override
    public void forget(String refused) {
        if (find().filter(refused::equals).isPresent()) {
            careful(() -> redis.delete(name), null);
        }
    }

    private String sealed(String token) {
        return Base64.getEncoder().encodeToString(seal.seal(token.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<String> opened(String sealed) {
        try {
            return Optional.of(new String(seal.open(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8));
        } catch (RuntimeException notOurs) {
            log.warn("The national session in Redis cannot be opened: this node logs in for itself");
            return Optional.empty();
        }
    }

    private static <T> @Nullable T careful(Supplier<@Nullable T> command, @Nullable T otherwise) {
        try {
            return command.get();
        } catch (DataAccessException unavailable) {
            log.debug("Redis: {}", unavailable.getMessage());
            return otherwise;
        }
    }
}
