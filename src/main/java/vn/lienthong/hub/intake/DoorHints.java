package vn.lienthong.hub.intake;

import java.time.Duration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.platform.CacheReach;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;

/**
 * The door's memory shared by several nodes, in Redis. Only hints: without Redis each node remembers for itself, and
 * after a failure Redis is left alone for a while so that it slows no push down.
 *
 * <p>A standalone hub is one node and asks nobody.
 */
@Component
class DoorHints {

    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

    private final ReactiveStringRedisTemplate redis;
    private final CacheReach reach;
    private final Duration reuse;
    private final boolean shared;
    private volatile long resumeAt = System.nanoTime();

    DoorHints(ReactiveStringRedisTemplate redis, CacheReach reach, DoorSettings settings, HubHome home) {
        this.redis = redis;
        this.reach = reach;
        this.reuse = settings.reuse();
        this.shared = home.mode() == Mode.NODE;
    }

    Mono<String> find(String name) {
        return usable() ? careful(redis.opsForValue().get(name)) : Mono.empty();
    }

    /** Empty when the name is now ours (or nobody can tell), else what another node put there first. */
    Mono<String> claim(String name, String value) {
        if (!usable()) {
            return Mono.empty();
        }
        return careful(redis.opsForValue()
                .setIfAbsent(name, value, reuse)
                .filter(ours -> !ours)
                .flatMap(taken -> redis.opsForValue().get(name)));
    }

    void keep(String name, String value, Duration kept) {
        if (usable()) {
            careful(redis.opsForValue().set(name, value, kept)).subscribe();
        }
    }

    void forget(String name) {
        if (usable()) {
            careful(redis.opsForValue().delete(name)).subscribe();
        }
    }

    private boolean usable() {
        return shared && reach.reached() && System.nanoTime() - resumeAt >= 0;
    }

    private <T> Mono<T> careful(Mono<T> command) {
        return command.timeout(PATIENCE).onErrorResume(failure -> {
            resumeAt = System.nanoTime() + PAUSE_NANOS;
            return Mono.empty();
        });
    }
}
