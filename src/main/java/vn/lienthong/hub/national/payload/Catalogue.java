package vn.lienthong.hub.national.payload;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.agency.Agency;
import vn.lienthong.hub.catalog.procedure.Procedure;
import vn.lienthong.hub.dossier.OutwardDossier;

/** Finds the procedure a dossier was registered under and the name its agency had when it was received. */
public final class Catalogue {

    private final Procedures procedures;
    private final Agencies agencies;
    private final Clock clock;

    public Catalogue(Procedures procedures, Agencies agencies, Clock clock) {
        this.procedures = procedures;
        this.agencies = agencies;
        this.clock = clock;
    }

    public Served serves(OutwardDossier dossier) {
        var agency = agency(dossier);
        return new Served(
                procedure(dossier), agency == null ? null : agency.name(), agency == null ? null : agency.code());
    }

    private @Nullable Procedure procedure(OutwardDossier dossier) {
        var code = dossier.procedure();
        var version = dossier.procedureVersion();
        return code == null || version == null
                ? null
                : procedures.find(code, version).orElse(null);
    }

    private @Nullable Agency agency(OutwardDossier dossier) {
        var id = dossier.agencyId();
        var received = dossier.receivedAt();
        var day = received == null ? LocalDate.now(clock) : LocalDate.ofInstant(received, clock.getZone());
        return id == null ? null : agencies.find(id, day).orElse(null);
    }
}
