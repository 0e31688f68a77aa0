package vn.lienthong.hub.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What the door remembers of the last pushes, so that a repetition gets the receipt of the first.
 *
 * <p>It may forget everything: the broker and the register recognise repetitions too, only later.
 */
@Component
class DoorMemory {

    private static final Duration KEYS_KEPT = Duration.ofHours(24);
    private static final int KEYS = 100_000;
    private static final int RECENT = 200_000;

    private final Receipts receipts;
    private final DoorHints hints;
    private final Cache<String, Claim> recent;
    private final Cache<UUID, String> unsettled;
    private final Cache<UUID, String> keyed;

    DoorMemory(Receipts receipts, DoorHints hints, DoorSettings settings, Clock clock) {
        this.receipts = receipts;
        this.hints = hints;
        this.recent = cache(settings.reuse(), RECENT, clock);
        this.unsettled = cache(settings.reuse(), RECENT, clock);
        this.keyed = cache(KEYS_KEPT, KEYS, clock);
    }

    /** The receipt for this body: by its key, else the one the same bytes got a moment ago, else a new one. */
    Mono<Claim> claim(String sender, @Nullable String key, String bodyHash) {
        return key == null ? ofBytes(sender, bodyHash) : ofKey(sender, key, bodyHash);
    }

    /** Called when the broker has the push: a repetition need not be sent again. */
    void confirmed(Push push) {
        UUID id = push.receipt().id();
        if (push.headers().idempotencyKey() != null) {
            keyed.put(id, push.body().sha256());
            hints.keep(nameOf(push.receipt()), push.body().sha256(), KEYS_KEPT);
        }
        String bytes = unsettled.getIfPresent(id);
        if (bytes != null) {
            recent.asMap().computeIfPresent(bytes, (name, claim) -> new Claim(claim.receipt(), true));
        }
    }

    /** The first push has an outcome: the same bytes sent once more are a push of their own. */
    void settled(UUID receipt) {
        String bytes = unsettled.asMap().remove(receipt);
        if (bytes != null) {
            recent.invalidate(bytes);
            hints.forget(bytes);
        }
    }

    private Mono<Claim> ofKey(String sender, String key, String bodyHash) {
        Receipt receipt = receipts.issue(sender, key);
        String known = keyed.getIfPresent(receipt.id());
        if (known != null) {
            return sameBytes(receipt, known, bodyHash);
        }
        return hints.find(nameOf(receipt))
                .flatMap(elsewhere -> sameBytes(receipt, elsewhere, bodyHash))
                .defaultIfEmpty(new Claim(receipt, false));
    }

    private static Mono<Claim> sameBytes(Receipt receipt, String known, String bodyHash) {
        return known.equals(bodyHash) ? Mono.just(new Claim(receipt, true)) : Mono.error(Rejections.OTHER_BYTES);
    }

    private Mono<Claim> ofBytes(String sender, String bodyHash) {
        String bytes = "door:bytes:" + sender + ":" + bodyHash;
        Claim fresh = new Claim(receipts.issue(sender, null), false);
        Claim first = recent.asMap().putIfAbsent(bytes, fresh);
        if (first != null) {
            return Mono.just(first);
        }
        unsettled.put(fresh.receipt().id(), bytes);
        return hints.claim(bytes, fresh.receipt().id().toString())
                .map(elsewhere -> adopt(bytes, UUID.fromString(elsewhere)))
                .defaultIfEmpty(fresh);
    }

    /** Another node was first, and whether the broker has it nobody has said here. */
    private Claim adopt(String bytes, UUID id) {
        Claim claim = new Claim(new Receipt(id), false);
        recent.put(bytes, claim);
        unsettled.put(id, bytes);
        return claim;
    }

    private static String nameOf(Receipt receipt) {
        return "door:key:" + receipt.id();
    }

    private static <K, V> Cache<K, V> cache(Duration kept, int size, Clock clock) {
        return Caffeine.newBuilder()
                .expireAfterWrite(kept)
                .maximumSize(size)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** A receipt, and whether the broker already has what it stands for. */
    record Claim(Receipt receipt, boolean kept) {}
}
