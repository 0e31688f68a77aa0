package vn.lienthong.hub.national.payload;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardEvent;

/** {@code HoSo} and {@code TienDo}, as the adapter and the relays take them: files are linked, statuses are steps. */
public record AdapterTelling(HoSo dossiers, TienDo steps) implements Telling {

    @Override
    public ObjectNode dossier(OutwardDossier dossier, Served served, DossierStatus status) {
        return dossiers.of(dossier, served, status);
    }

    @Override
    public List<String> lacking(OutwardDossier dossier, Served served, @Nullable DossierStatus status) {
        return dossiers.lacking(dossier, served, status);
    }

    @Override
    public ObjectNode leaving(ObjectNode record, OutwardDossier dossier, Uploads uploads) {
        return dossiers.leaving(record, dossier);
    }

    @Override
    public ObjectNode step(Target there, OutwardEvent event, @Nullable String agencyName) {
        return steps.of(there.code(), event, agencyName);
    }

    @Override
    public ObjectNode status(Target there, OutwardEvent event, OutwardDossier dossier, Uploads uploads) {
        throw new UnsupportedOperationException("here a step is the status");
    }

    @Override
    public boolean bringsFiles() {
        return false;
    }

    @Override
    public List<FileToSend> papers(OutwardDossier dossier) {
        return List.of();
    }

    @Override
    public List<FileToSend> results(OutwardDossier dossier, OutwardEvent event) {
        return List.of();
    }
}
