package vn.lienthong.hub.quality.integrity;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.EventView;
import vn.lienthong.hub.dossier.deadline.DueHistories.Moved;
import vn.lienthong.hub.dossier.deadline.DueHistories.Stood;

/**
 * All that is known of one dossier when it is looked at.
 *
 * @param resolves whether a dossier, or a result of another dossier, has this code
 */
record Evidence(
        DossierView dossier,
        List<EventView> events,
        List<Moved> moved,
        List<Stood> stood,
        Predicate<String> resolves,
        Instant now) {}
