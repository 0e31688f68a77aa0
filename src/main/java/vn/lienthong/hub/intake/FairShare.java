package vn.lienthong.hub.intake;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps one sender from taking the hub away from the others: alone it has all of it; while others come too, whoever comes
 * faster than an even pace waits for its turn. Nothing is turned away here, and each node counts for itself.
 */
public final class FairShare {

    private static final int BURST_SECONDS = 2;

    private final int perSecond;
    private final long quietNanos;
    private final TimeMeter time;
    private final ConcurrentMap<String, Bucket> paces = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> seen = new ConcurrentHashMap<>();

    /**
     * Slows nobody down when the pace is 0.
     *
     * @param perSecond what a sender may do beside others
     * @param quiet how long nothing of the others makes a sender alone
     */
    FairShare(int perSecond, Duration quiet, TimeMeter time) {
        this.perSecond = perSecond;
        this.quietNanos = quiet.toNanos();
        this.time = time;
    }

    static FairShare of(PaceSettings settings) {
        return new FairShare(settings.besideOthers(), settings.quiet(), TimeMeter.SYSTEM_NANOTIME);
    }

    /** How long this sender waits for its turn, which is taken by asking. */
    public Duration turn(String sender) {
        long now = time.currentTimeNanos();
        seen.put(sender, now);
        if (perSecond <= 0 || alone(sender, now)) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(Math.max(0, pace(sender).consumeIgnoringRateLimits(1)));
    }

    /** Gives a turn back that was too far away to wait for. */
    void giveBack(String sender) {
        pace(sender).addTokens(1);
    }

    private boolean alone(String sender, long now) {
        return seen.entrySet().stream()
                .allMatch(one -> one.getKey().equals(sender) || now - one.getValue() > quietNanos);
    }

    private Bucket pace(String sender) {
        return paces.computeIfAbsent(
                sender,
                id -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity((long) BURST_SECONDS * perSecond)
                                .refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }
}
