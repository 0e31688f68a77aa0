package vn.lienthong.identity.pace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Counts what somebody does in a minute, or in another time. Each node counts for itself, which holds whatever happens to
 * Redis; what one node allows, Redis then counts for all nodes together.
 */
@Component
public class Tally {

    static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(Tally.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_BUCKETS = 100_000;
    private static final String KEY = "idp:pace:";

    /** How long to wait in milliseconds, 0 when it is within the figure. */
    private static final RedisScript<Long> COUNT = RedisScript.of("""
            local count = redis.call('INCR', KEYS[1])
            local left = redis.call('PTTL', KEYS[1])
            if left < 0 then
                redis.call('PEXPIRE', KEYS[1], ARGV[2])
                left = tonumber(ARGV[2])
            end
            if count > tonumber(ARGV[1]) then return left end
            return 0""", Long.class);

    private static final RedisScript<Long> GIVE_BACK = RedisScript.of(
            "if tonumber(redis.call('GET', KEYS[1]) or '0') > 0 then return redis.call('DECR', KEYS[1]) end return 0",
            Long.class);

    private final StringRedisTemplate redis;
    private final Clock clock;
    private final Cache<Counted, Bucket> here = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfter(Expiry.<Counted, Bucket>accessing((counted, bucket) -> counted.within()))
            .build();
    private volatile Instant redisFrom = Instant.MIN;

    Tally(RedisConnectionFactory redis, Clock clock) {
        this.redis = new StringRedisTemplate(redis);
        this.clock = clock;
    }

    private record Counted(String what, int most, Duration within) {}

    /** Counts one; how long to wait when that is one too many in a minute. A figure of 0 limits nothing. */
    Optional<Duration> over(String what, int most) {
        return over(what, most, MINUTE);
    }

    /** The same within another time than a minute. */
    public Optional<Duration> over(String what, int most, Duration within) {
        if (most <= 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe =
                here.get(new Counted(what, most, within), Tally::bucket).tryConsumeAndReturnRemaining(1);
        long wait =
                probe.isConsumed() ? everywhere(what, most, within) : probe.getNanosToWaitForRefill() / 1_000_000 + 1;
        return wait == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(wait));
    }

    private long everywhere(String what, int most, Duration within) {
        if (clock.instant().isBefore(redisFrom)) {
            return 0;
        }
        try {
            Long wait =
                    redis.execute(COUNT, List.of(KEY + what), Integer.toString(most), Long.toString(within.toMillis()));
            return wait == null ? 0 : wait;
        } catch (DataAccessException away) {
            redisFrom = clock.instant().plus(PAUSE);
            log.warn("Calls are counted by this node alone: {}", away.getClass().getSimpleName());
            return 0;
        }
    }

    /** What was counted last was no such thing after all. */
    public void giveBack(String what, int most, Duration within) {
        Bucket counted = here.getIfPresent(new Counted(what, most, within));
        if (counted != null) {
            counted.addTokens(1);
        }
        try {
            redis.execute(GIVE_BACK, List.of(KEY + what));
        } catch (DataAccessException away) {
            log.warn("One too many stays counted: {}", away.getClass().getSimpleName());
        }
    }

    private static Bucket bucket(Counted counted) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(counted.most()).refillGreedy(counted.most(), counted.within()))
                .build();
    }
}
