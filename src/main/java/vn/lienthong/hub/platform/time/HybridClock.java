package vn.lienthong.hub.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.NodeName;
import vn.lienthong.infra.HubHome;

/**
 * Stamps that only ever grow, also over restarts and when the machine's clock is set back (delivery rules, section 2).
 *
 * <p>Reading is a compare-and-set. A bound no stamp has reached yet is kept on disk a few seconds ahead of the clock;
 * after a crash the clock starts from there.
 */
@Component
public class HybridClock implements DisposableBean {

    static final int COUNTER_BITS = 16;
    static final Duration LEAD = Duration.ofSeconds(10);

    private final Clock clock;
    private final String node;
    private final ClockBound bound;
    private final AtomicLong last;
    private volatile long reserved;

    HybridClock(Clock clock, NodeName node, HubHome home) {
        this.clock = clock;
        this.node = node.value();
        this.bound = new ClockBound(home.data().resolve("clock").resolve(node.value()));
        this.last = new AtomicLong(bound.read());
        this.reserved = last.get();
        reserve();
    }

    /** The next stamp; greater than every stamp this node ever gave. */
    public Stamp next() {
        long ticks = last.updateAndGet(previous -> Math.max(previous + 1, now()));
        if (ticks >= reserved) {
            reserve();
        }
        return new Stamp(ticks, node);
    }

    /** Keeps the bound ahead so that {@link #next} never waits for the disk. */
    @Scheduled(fixedDelay = 4_000)
    synchronized void reserve() {
        long wanted = Math.max(last.get(), now()) + ticks(LEAD);
        bound.write(wanted);
        reserved = wanted;
    }

    @Override
    public synchronized void destroy() {
        bound.write(last.get());
    }

    private long now() {
        return clock.millis() << COUNTER_BITS;
    }

    private static long ticks(Duration duration) {
        return duration.toMillis() << COUNTER_BITS;
    }
}
