package vn.lienthong.hub.platform.routes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/**
 * How often one message was delivered at most since this node started, as gauge {@code lienthong.deliveries.highest}:
 * above three, either something is broken or the consumers kept running while a neighbour was away.
 */
@Component
class Deliveries {

    private static final String COUNT = "JMSXDeliveryCount";

    private final AtomicInteger highest = new AtomicInteger();

    Deliveries(MeterRegistry meters) {
        Gauge.builder("lienthong.deliveries.highest", highest, AtomicInteger::get)
                .register(meters);
    }

    void seen(Message message) {
        int count = message.getHeader(COUNT, 0, Integer.class);
        if (count > highest.get()) {
            highest.accumulateAndGet(count, Math::max);
        }
    }
}
