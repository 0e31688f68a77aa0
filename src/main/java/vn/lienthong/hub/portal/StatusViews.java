package vn.lienthong.hub.portal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.dossier.StatusChanged;
import vn.lienthong.hub.platform.CacheReach;

/**
 * Tracking views kept in Redis for at most a minute: versioned, set only if newer, valid within one {@link ViewEpoch}.
 *
 * <p>A change leaves the floor "at least this version" beside the view instead of deleting it, so that a slow reader
 * cannot put the older view back. The floor belongs to no epoch: a node that has not heard of the newest one yet still
 * tells every other node.
 */
@Component
class StatusViews {

    static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final RedisScript<Long> KEEP_IF_NEWEST = RedisScript.of("""
            local view, floor = redis.call('GET', KEYS[1]), redis.call('GET', KEYS[2])
            local version = view and tonumber(string.match(view, '^%d+'))
            if version and version > tonumber(ARGV[1]) then return 0 end
            if floor and tonumber(floor) > tonumber(ARGV[1]) then return 0 end
            redis.call('SET', KEYS[1], ARGV[1] .. '\\n' .. ARGV[2], 'PX', ARGV[3])
            return 1
            """, Long.class);
    private static final RedisScript<Long> RAISE_FLOOR = RedisScript.of("""
            local floor = redis.call('GET', KEYS[1])
            if floor and tonumber(floor) > tonumber(ARGV[1]) then return 0 end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1
            """, Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final ViewReader reader;
    private final CacheReach reach;
    private final ViewEpoch epoch;

    StatusViews(ReactiveStringRedisTemplate redis, ViewReader reader, CacheReach reach, ViewEpoch epoch) {
        this.redis = redis;
        this.reader = reader;
        this.reach = reach;
        this.epoch = epoch;
    }

    /** The view as JSON, or empty when the register must be asked. */
    Mono<byte[]> find(String code) {
        if (!usable()) {
            return Mono.empty();
        }
        return reader.read(view(code), floor(code))
                .onErrorResume(e -> {
                    epoch.doubt();
                    return Mono.empty();
                })
                .mapNotNull(found -> body(found.first(), found.second()));
    }

    /** Keeps a view read from the register unless a newer one is known. */
    Mono<Void> keep(String code, long version, String json) {
        return usable()
                ? run(KEEP_IF_NEWEST, List.of(view(code), floor(code)), List.of(text(version), json, lifetime()))
                : Mono.empty();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void forget(StatusChanged change) {
        // Of a dossier that was born just now nobody can have kept a view.
        if (change.version() > 1) {
            run(RAISE_FLOOR, List.of(floor(change.code())), List.of(text(change.version()), lifetime()))
                    .subscribe();
        }
    }

    private boolean usable() {
        return reach.reached() && reader.ready() && epoch.trusted();
    }

    private Mono<Void> run(RedisScript<Long> script, List<String> keys, List<String> arguments) {
        if (!reach.reached()) {
            epoch.doubt();
            return Mono.empty();
        }
        return redis.execute(script, keys, arguments)
                .next()
                .timeout(PATIENCE)
                .doOnError(e -> epoch.doubt())
                .onErrorComplete()
                .then();
    }

    private String view(String code) {
        return "view:" + epoch.current() + ":" + code;
    }

    private static String floor(String code) {
        return "floor:" + code;
    }

    private static String text(long version) {
        return String.valueOf(version);
    }

    private static String lifetime() {
        return String.valueOf(LIFETIME.toMillis());
    }

    private static byte @Nullable [] body(@Nullable String view, @Nullable String floor) {
        if (view == null || view.isEmpty()) {
            return null;
        }
        int end = view.indexOf('\n');
        boolean current = floor == null || floor.isEmpty() || Long.parseLong(view, 0, end, 10) >= Long.parseLong(floor);
        return current ? view.substring(end + 1).getBytes(StandardCharsets.UTF_8) : null;
    }
}
