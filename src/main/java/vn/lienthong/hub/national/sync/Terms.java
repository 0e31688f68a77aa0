package vn.lienthong.hub.national.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lienthong.hub.dossier.Neighbour;

/**
 * Whom this node's workers serve and under which terms.
 *
 * @param lease longer than any round of calls can take
 * @param batch most dossiers of one call
 */
record Terms(Neighbour neighbour, String node, Duration lease, int batch, Supplier<UUID> ids, Clock clock) {

    String newLease() {
        return node + "/" + ids.get();
    }
}
