package vn.lienthong.hub.quality.agreement;

import java.util.concurrent.TimeUnit;

/** Keeps work at so many units a second on the average since it began; idle time is not saved up for long. */
final class Pace {

    private static final long SAVED = TimeUnit.SECONDS.toNanos(1);

    private final double nanosEach;
    private long due = System.nanoTime();

    Pace(int perSecond) {
        this.nanosEach = (double) TimeUnit.SECONDS.toNanos(1) / Math.max(1, perSecond);
    }

    void after(long units) {
        due = Math.max(due, System.nanoTime() - SAVED) + (long) (units * nanosEach);
        long early = due - System.nanoTime();
        if (early > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(early);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped", stopped);
            }
        }
    }
}
