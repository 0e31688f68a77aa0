package vn.lienthong.hub.intake.collect;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.BackDoor;
import vn.lienthong.hub.intake.Body;
import vn.lienthong.hub.intake.Collected;
import vn.lienthong.hub.intake.collect.KnownItems.Known;
import vn.lienthong.hub.platform.http.Correlation;

/**
 * Hands over what is new among the things fetched, or has changed since it last was.
 *
 * <p>They are remembered only after the broker has them. A node that dies between the two lets them be handed over once
 * more in the same words, which the door recognises.
 */
@Component
public class News {

    private final KnownItems known;
    private final BackDoor door;
    private final MeterRegistry meters;

    News(KnownItems known, BackDoor door, MeterRegistry meters) {
        this.known = known;
        this.door = door;
        this.meters = meters;
    }

    /** How many were news. */
    public int hand(Sender sender, String contentType, List<Item> items) {
        Map<String, Known> before = new HashMap<>(known.of(sender.id(), items));
        List<Known> handed = new ArrayList<>();
        for (Item item : items) {
            Known last = before.get(item.name());
            if (last != null && last.sha256().equals(item.sha256())) {
                continue;
            }
            Known now = new Known(item.name(), item.sha256(), last == null ? 1 : last.version() + 1);
            hand(sender, now.name() + ":" + now.version() + ":" + now.sha256(), contentType, item.body());
            before.put(now.name(), now);
            handed.add(now);
        }
        known.keep(sender.id(), handed);
        meters.counter("lienthong.collect.news", "sender", sender.id()).increment(handed.size());
        return handed.size();
    }

    private void hand(Sender sender, String distinct, String contentType, byte[] bytes) {
        try {
            Body body = door.keep(sender, new ByteArrayInputStream(bytes));
            door.take(sender, new Collected(distinct, contentType, null, Correlation.fresh(), body));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
