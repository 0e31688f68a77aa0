package vn.lienthong.hub.platform;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether Redis was reached since this node started. The first connection is made here, on a thread that may wait: made
 * on demand it would block the event loop that asks first. Once made it reconnects by itself.
 */
@Component
public class CacheReach {

    private static final Logger log = LoggerFactory.getLogger(CacheReach.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReactiveRedisConnectionFactory redis;
    private volatile boolean reached;

    CacheReach(ReactiveRedisConnectionFactory redis) {
        this.redis = redis;
    }

    public boolean reached() {
        return reached;
    }

    @Scheduled(fixedDelay = 1_000)
    void reach() {
        if (reached) {
            return;
        }
        try {
            reached = redis.getReactiveConnection().ping().block(PATIENCE) != null;
        } catch (RuntimeException away) {
            log.debug("Redis is not reached yet: {}", away.getMessage());
        }
    }
}
