package vn.lienthong.hub.portal;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads two values from Redis over a connection of its own. Tracking asks on every page, and the template around
 * Lettuce cost more there than the answer itself; a command that gets none fails after Lettuce's own patience.
 */
@Component
class ViewReader implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ViewReader.class);

    private final LettuceConnectionFactory redis;
    private volatile @Nullable StatefulRedisConnection<String, String> connection;

    ViewReader(LettuceConnectionFactory redis) {
        this.redis = redis;
    }

    boolean ready() {
        return connection != null;
    }

    /** Both values, null where there is none. */
    Mono<Found> read(String first, String second) {
        StatefulRedisConnection<String, String> open = connection;
        return open == null
                ? Mono.empty()
                : Mono.fromCompletionStage(() -> open.async().mget(first, second))
                        .map(values -> new Found(
                                values.getFirst().getValueOrElse(null),
                                values.getLast().getValueOrElse(null)));
    }

    /** What was asked for, in that order. */
    record Found(@Nullable String first, @Nullable String second) {}

    /** Made here, on a thread that may wait; once made it reconnects by itself. */
    @Scheduled(fixedDelay = 1_000)
    void connect() {
        if (connection != null) {
            return;
        }
        try {
            connection = ((RedisClient) redis.getRequiredNativeClient()).connect(StringCodec.UTF8);
        } catch (RedisException away) {
            log.debug("Redis is not reached yet: {}", away.getMessage());
        }
    }

    @Override
    public void destroy() {
        StatefulRedisConnection<String, String> open = connection;
        if (open != null) {
            open.close();
        }
    }
}
