package vn.lienthong.hub.portal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.dossier.StatusChanged;

/**
 * Tracking views kept in Redis for at most a minute: versioned, set only if newer, valid within one {@link ViewEpoch}.
 *
 * <p>A change leaves a marker "at least this version" instead of deleting the view, so that a slow reader cannot put the
 * older view back.
 */
@Component
class StatusViews {

    static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final RedisScript<Long> SET_IF_NEWER = RedisScript.of("""
            local old = redis.call('GET', KEYS[1])
            local version = old and tonumber(string.match(old, '^%d+'))
            if version and version > tonumber(ARGV[1]) then return 0 end
            redis.call('SET', KEYS[1], ARGV[1] .. '\\n' .. ARGV[2], 'PX', ARGV[3])
            return 1
            """, Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final ViewEpoch epoch;

    StatusViews(ReactiveStringRedisTemplate redis, ViewEpoch epoch) {
        this.redis = redis;
        this.epoch = epoch;
    }

    /** The view as JSON, or empty when the register must be asked. */
    Mono<byte[]> find(String code) {
        if (!epoch.trusted()) {
            return Mono.empty();
        }
        return redis.opsForValue()
                .get(key(code))
                .timeout(PATIENCE)
                .onErrorResume(e -> {
                    epoch.doubt();
                    return Mono.empty();
                })
                .map(StatusViews::body)
                .filter(json -> json.length > 0);
    }

    /** Keeps a view read from the register unless a newer one is known. */
    Mono<Void> keep(String code, long version, String json) {
        return epoch.trusted() ? set(code, version, json) : Mono.empty();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void forget(StatusChanged change) {
        set(change.code(), change.version(), "").subscribe();
    }

    private Mono<Void> set(String code, long version, String json) {
        return redis.execute(
                        SET_IF_NEWER,
                        List.of(key(code)),
                        List.of(String.valueOf(version), json, String.valueOf(LIFETIME.toMillis())))
                .next()
                .timeout(PATIENCE)
                .doOnError(e -> epoch.doubt())
                .onErrorComplete()
                .then();
    }

    private String key(String code) {
        return "view:" + epoch.current() + ":" + code;
    }

    private static byte[] body(String stored) {
        return stored.substring(stored.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
    }
}
