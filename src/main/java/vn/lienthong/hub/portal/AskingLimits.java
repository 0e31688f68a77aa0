package vn.lienthong.hub.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.platform.CacheReach;
import vn.lienthong.trust.Seal;

/**
 * Limits the questions of citizens per address, per dossier and altogether.
 *
 * <p>Each node counts for itself, which holds whatever happens to Redis; what one node allows, Redis then counts for
 * all nodes together. With Redis down the limits are therefore at most as many times wider as there are nodes.
 */
@Component
@EnableConfigurationProperties(CitizenPageSettings.class)
class AskingLimits {

    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final int MOST_BUCKETS = 100_000;
    private static final RedisScript<Long> COUNT = RedisScript.of("""
            local most = 0
            for i, key in ipairs(KEYS) do
                local asked = redis.call('INCR', key)
                if asked == 1 then redis.call('PEXPIRE', key, ARGV[2 * i]) end
                if asked > tonumber(ARGV[2 * i - 1]) then most = 1 end
            end
            return most
            """, Long.class);

    private final CitizenPageSettings settings;
    private final ReactiveStringRedisTemplate redis;
    private final CacheReach reach;
    private final Seal seal;
    private final Bucket everybody;
    private final Cache<String, Bucket> buckets;

    AskingLimits(CitizenPageSettings settings, ReactiveStringRedisTemplate redis, CacheReach reach, Seal seal) {
        this.settings = settings;
        this.redis = redis;
        this.reach = reach;
        this.seal = seal;
        this.everybody = bucket(settings.perSecond(), Duration.ofSeconds(1));
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(settings.window())
                .build();
    }

    /** Counts one question; whether it may be answered. */
    Mono<Boolean> allow(String address, String code) {
        String from = "asks:from:" + seal.hash(address);
        String about = "asks:about:" + seal.hash(code);
        boolean here =
                take(from, settings.perAddress()) && take(about, settings.perDossier()) && everybody.tryConsume(1);
        return here ? everywhere(from, about) : Mono.just(false);
    }

    private boolean take(String key, int most) {
        return buckets.get(key, absent -> bucket(most, settings.window())).tryConsume(1);
    }

    private Mono<Boolean> everywhere(String from, String about) {
        if (!reach.reached()) {
            return Mono.just(true);
        }
        String window = String.valueOf(settings.window().toMillis());
        return redis.execute(
                        COUNT,
                        List.of(from, about, "asks:all"),
                        List.of(
                                String.valueOf(settings.perAddress()), window,
                                String.valueOf(settings.perDossier()), window,
                                String.valueOf(settings.perSecond()), "1000"))
                .next()
                .map(over -> over == 0)
                .timeout(PATIENCE)
                .onErrorReturn(true)
                .defaultIfEmpty(true);
    }

    private static Bucket bucket(int most, Duration window) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, window))
                .build();
    }
}
