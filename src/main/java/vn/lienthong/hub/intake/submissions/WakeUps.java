package vn.lienthong.hub.intake.submissions;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.routes.Queues;

/**
 * Nudges the workers that call the national portal: one message for all that came to be owed in the last moments, since
 * a hundred nudges are one look into the ledger. A nudge may be lost; the workers look each second without one.
 */
@Component
class WakeUps {

    private static final Logger log = LoggerFactory.getLogger(WakeUps.class);
    private static final String WAKE = "jms:queue:" + Queues.NATIONAL_WAKE + "?deliveryPersistent=false";

    private final ProducerTemplate template;
    private final AtomicBoolean owed = new AtomicBoolean();

    WakeUps(ProducerTemplate template) {
        this.template = template;
    }

    /** Something is owed to the portal and committed. */
    void owe() {
        if (!owed.get()) {
            owed.set(true);
        }
    }

    @Scheduled(fixedDelay = 20)
    void nudge() {
        if (owed.compareAndSet(true, false)) {
            var sent = template.send(WAKE, exchange -> {});
            if (sent.getException() != null) {
                log.debug("No nudge for the national portal's workers", sent.getException());
            }
        }
    }
}
