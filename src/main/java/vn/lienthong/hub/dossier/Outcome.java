package vn.lienthong.hub.dossier;

import java.util.List;
import java.util.UUID;
import vn.lienthong.hub.platform.reason.Reason;

/** How the register ended one observation. */
public sealed interface Outcome {

    /** In the register; {@code wake} says that a neighbour's worker has something to send. */
    record Registered(UUID dossierId, String code, boolean changed, int eventsAdded, boolean wake) implements Outcome {}

    /** The observation cannot be true; the sender must correct it. */
    record Refused(List<Reason> reasons) implements Outcome {}

    /** We cannot place it yet; {@code owner} is who must act. */
    record Parked(String cause, String owner, List<Reason> reasons) implements Outcome {}
}
