package vn.lienthong.hub.intake;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.http.ProblemException;

/**
 * How fast each sender may push ({@code rate} in its file), and how much of the door one sender may fill. Whoever is over
 * it is told when to come back; the others do not notice. Each node counts for itself.
 */
@Component
@EnableConfigurationProperties(PaceSettings.class)
class Pace {

    private static final ProblemException TOO_FAST = new ProblemException(
            HttpStatus.TOO_MANY_REQUESTS, "too-fast", "More submissions than agreed; send this one again later");
    private static final ProblemException CROWDED = new ProblemException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-busy",
                    "Too many submissions of yours at once; send this one again")
            .retryAfter(Duration.ofSeconds(1));

    private final PaceSettings settings;
    private final int most;
    private final ConcurrentMap<String, Paced> paced = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> inside = new ConcurrentHashMap<>();
    private final FairShare share;

    Pace(PaceSettings settings, DoorSettings door) {
        this.settings = settings;
        this.most = Math.max(1, (int) (door.inFlight() * settings.share()));
        this.share = FairShare.of(settings);
    }

    private record Rate(int perSecond, int burst) {}

    private record Paced(Rate rate, Bucket bucket) {}

    /** Lets one submission of the sender in; the pass is given back when it is through or has failed. */
    Turnstile.Pass enter(Sender sender) {
        keepTo(rate(sender), sender.id());
        AtomicInteger own = inside.computeIfAbsent(sender.id(), id -> new AtomicInteger());
        if (own.incrementAndGet() > most) {
            own.decrementAndGet();
            throw CROWDED;
        }
        return own::decrementAndGet;
    }

    /**
     * Completes when it is the sender's turn. Before its body is read, so that whoever floods is slowed down by its own
     * connections; and whose turn is too far away is told so late, lest it ask again at once.
     */
    Mono<Void> turn(Sender sender) {
        Duration wait = share.turn(sender.id());
        if (wait.isZero()) {
            return Mono.empty();
        }
        if (wait.compareTo(settings.longestTurn()) <= 0) {
            return Mono.delay(wait).then();
        }
        share.giveBack(sender.id());
        return Mono.delay(settings.longestTurn()).then(Mono.error(() -> TOO_FAST.retryAfter(wait.plusSeconds(1))));
    }

    private void keepTo(Rate rate, String sender) {
        if (rate.perSecond() <= 0) {
            return;
        }
        Paced known = paced.compute(
                sender, (id, before) -> before != null && before.rate().equals(rate) ? before : fresh(rate));
        ConsumptionProbe probe = known.bucket().tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            throw TOO_FAST.retryAfter(Duration.ofSeconds(seconds));
        }
    }

    private Rate rate(Sender sender) {
        JsonNode own = sender.settings().path("rate");
        int perSecond = own.path("perSecond").asInt(settings.perSecond());
        return new Rate(perSecond, Math.max(1, own.path("burst").asInt(Math.max(perSecond * 2, 1))));
    }

    private static Paced fresh(Rate rate) {
        return new Paced(
                rate,
                Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                        .build());
    }
}
