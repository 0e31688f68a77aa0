package vn.lienthong.hub.console.queues;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.routes.QueueDepths;

/** How many messages the broker gave up, as gauge {@code lienthong.dead.letters}. */
@Component
class DeadLetterGauge {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterGauge.class);

    private final QueueDepths depths;
    private final DeadLetters dead;
    private volatile double last = Double.NaN;

    DeadLetterGauge(QueueDepths depths, DeadLetters dead, MeterRegistry meters) {
        this.depths = depths;
        this.dead = dead;
        Gauge.builder("lienthong.dead.letters", this, one -> one.last)
                .description("Messages that the broker gave up; not a number until it has answered")
                .register(meters);
    }

    /** While the broker is away the last number stays. */
    @Scheduled(initialDelay = 15_000, fixedDelay = 60_000)
    void refresh() {
        try {
            last = dead.queues().stream().mapToLong(depths::of).sum();
        } catch (QueueDepths.BrokerUnreachable away) {
            log.debug("Dead letters not counted", away);
        }
    }
}
