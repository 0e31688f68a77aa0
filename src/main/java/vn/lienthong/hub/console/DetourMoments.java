package vn.lienthong.hub.console;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.console.repairs.Detour;
import vn.lienthong.hub.console.repairs.RepairOrder;
import vn.lienthong.hub.console.repairs.RepairOrder.How;

/**
 * What a record went through before it got in. When it failed is not kept once it was read again; that it was not in the
 * register is true from when it came, or from when it was read again in vain.
 */
final class DetourMoments {

    private static final String DOOR = "door";

    private DetourMoments() {}

    /** @param told whether the reader may know who ordered what, and why */
    static List<Moment> of(Detour detour, boolean told) {
        List<Moment> moments = new ArrayList<>();
        OffsetDateTime since = detour.acceptedAt();
        for (RepairOrder order : detour.orders()) {
            if (order.how() != How.EDITED) {
                moments.add(outside(since, order.cause()));
                since = order.at();
            }
            moments.add(ordered(order, detour.text(), told));
        }
        if (detour.replaced() || moments.isEmpty()) {
            moments.add(outside(since, detour.cause()));
        }
        return moments;
    }

    private static Moment outside(OffsetDateTime since, @Nullable String cause) {
        return new Moment(since, DOOR, "not registered yet", cause, null);
    }

    private static Moment ordered(RepairOrder order, String record, boolean told) {
        String deed = order.how() == How.EDITED ? "edited" : "read again";
        String about = order.plan() == null ? record : record + ", plan " + order.plan();
        return told
                ? new Moment(order.at(), DOOR, deed + " by " + order.by(), about + ": " + order.reason(), null)
                : new Moment(order.at(), DOOR, deed + " at the hub", record, null);
    }
}
