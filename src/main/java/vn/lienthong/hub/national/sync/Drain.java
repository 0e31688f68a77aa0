package vn.lienthong.hub.national.sync;

import java.time.Duration;
import java.util.function.LongSupplier;

/** At most so many dossiers a second after an announced outage, rising evenly to that; without a plan as many as leave. */
final class Drain {

    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private int perSecond;
    private double rampSeconds;
    private long begun;
    private long left;

    Drain(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void begin(int perSecond, Duration rampUp) {
        this.perSecond = perSecond;
        this.rampSeconds = rampUp.toMillis() / 1000.0;
        this.begun = nanos.getAsLong();
        this.left = 0;
    }

    synchronized void end() {
        perSecond = 0;
    }

    synchronized boolean planned() {
        return perSecond > 0;
    }

    synchronized int room() {
        return perSecond == 0 ? Integer.MAX_VALUE : (int) Math.max(0, due() - left);
    }

    /** What may have left by now; a pause in which nothing waited is not made up for afterwards. */
    private long due() {
        double seconds = (nanos.getAsLong() - begun) / NANOS;
        double due = seconds < rampSeconds
                ? perSecond * seconds * seconds / (2 * rampSeconds)
                : perSecond * (seconds - rampSeconds / 2);
        long atOnce = Math.max(1, perSecond);
        left = Math.max(left, (long) due - atOnce);
        return (long) due;
    }

    synchronized void left(int dossiers) {
        left += dossiers;
    }
}
