package vn.lienthong.hub.console.queues;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.routes.QueueDepths;

/** How many messages the broker gave up, as gauge {@code lienthong.dead.letters}. */
@Component
class DeadLetterGauge {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterGauge.class);

    private final QueueDepths depths;
    private final List<String> dead;
    private volatile double last = Double.NaN;

    DeadLetterGauge(
            QueueDepths depths,
            @Value("${lienthong.console.queues.dead:dead-letters,expired,DLQ,ExpiryQueue}") List<String> dead,
            MeterRegistry meters) {
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
            last = dead.stream().mapToLong(depths::of).sum();
        } catch (QueueDepths.BrokerUnreachable away) {
            log.debug("Dead letters not counted", away);
        }
    }
}
