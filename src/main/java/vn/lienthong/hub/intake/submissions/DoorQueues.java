package vn.lienthong.hub.intake.submissions;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.intake.Receipt;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.platform.routes.QueueDepths;
import vn.lienthong.hub.platform.routes.Queues;

/** The queues behind the door, found by the receipts of what may lie in them. */
@Component
class DoorQueues {

    private final QueueDepths depths;
    private final Senders senders;
    private final Receipts receipts;

    DoorQueues(QueueDepths depths, Senders senders, Receipts receipts) {
        this.depths = depths;
        this.senders = senders;
        this.receipts = receipts;
    }

    /** Whether nothing waits where this receipt's submission would; a receipt shows whose it is. */
    boolean empty(UUID receipt) {
        Receipt given = new Receipt(receipt);
        return senders.all().stream()
                .filter(sender -> receipts.isOf(given, sender.id()))
                .allMatch(sender -> depths.of(Queues.door(sender.id())) == 0);
    }
}
