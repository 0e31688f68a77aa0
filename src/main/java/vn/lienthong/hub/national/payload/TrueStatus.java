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
        return guard(event, step, NationalTime.text(event.at()));
    }

    /** The same, for a dialect that writes times its own way. */
    static ObjectNode guard(OutwardEvent event, ObjectNode step, String time) {
        guardEffect(event);
        var said = step.path("TrangThai").asString();
        var when = step.path("ThoiDiemXuLy").asString();
        if (!said.equals(wire(event.status())) || !when.equals(time)) {
            throw refused(event, "step %s at %s".formatted(said, when));
        }
        return step;
    }

    /** Refuses to tell an event that had no effect. */
    static void guardEffect(OutwardEvent event) {
        if (!event.effective()) {
            throw refused(event, "a step");
        }
    }

    private static IllegalStateException refused(OutwardEvent event, String what) {
        return new IllegalStateException("refusing to send %s for event %d (%s, %s)"
                .formatted(what, event.seq(), event.status(), event.verdict()));
    }
}
