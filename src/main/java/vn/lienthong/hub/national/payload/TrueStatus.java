package vn.lienthong.hub.national.payload;

import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.OutwardEvent;

/**
 * Guards that only what happened is said: statuses go under their own code (5, 6 and 8 are never 9), at their own
 * time, and no step is added.
 */
public final class TrueStatus {

    private TrueStatus() {}

    /** The status on the wire. It has no code list on purpose: there is nothing to configure. */
    public static String wire(DossierStatus status) {
        return Integer.toString(status.code());
    }

    /** Refuses a step that does not say exactly what its event says. */
    static ObjectNode guard(OutwardEvent event, ObjectNode step) {
        var said = step.path("TrangThai").asString();
        var when = step.path("ThoiDiemXuLy").asString();
        var told = event.effective();
        if (!told || !said.equals(wire(event.status())) || !when.equals(NationalTime.text(event.at()))) {
            throw new IllegalStateException("refusing to send step %s at %s for event %d (%s, %s)"
                    .formatted(said, when, event.seq(), event.status(), event.verdict()));
        }
        return step;
    }
}
