package vn.lienthong.hub.national.sync;

import java.util.LinkedHashSet;
import java.util.List;
import vn.lienthong.hub.dossier.Hold;
import vn.lienthong.hub.national.payload.NotSendable;

/** What keeps a dossier in, all of it at once: a department that mends one thing is not held for the next one after it. */
final class Lacking {

    private static final String STATUS = "TrangThaiHoSo";

    private Lacking() {}

    /** The register's own reasons, and with them what the portal would miss besides. */
    static void refuseHeld(Errand errand) {
        var dossier = errand.dossier();
        if (dossier.facts() == null || dossier.hold() == Hold.FACTS_MISSING) {
            throw new NotSendable(List.of("HoSo"), dossier.sender());
        }
        if (dossier.hold() == Hold.DUE_DATE_MISSING) {
            throw besides("NgayHenTra", errand);
        }
    }

    static NotSendable withoutStatus(Errand errand) {
        return besides(STATUS, errand);
    }

    private static NotSendable besides(String first, Errand errand) {
        var dossier = errand.dossier();
        var status = dossier.statusAt(errand.claim().lastSeq());
        var fields = new LinkedHashSet<>(List.of(first));
        if (status.isEmpty()) {
            fields.add(STATUS);
        }
        fields.addAll(errand.way().telling().lacking(errand.asThere(), errand.served(), status.orElse(null)));
        return new NotSendable(List.copyOf(fields), dossier.sender());
    }
}
