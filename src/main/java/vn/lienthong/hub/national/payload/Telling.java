package vn.lienthong.hub.national.payload;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardEvent;

/** How a dossier and its steps are written in the words of a dialect: only what is true, or {@link NotSendable}. */
public interface Telling {

    /** The record of the dossier; {@link NotSendable} names every required field that is missing. */
    ObjectNode dossier(OutwardDossier dossier, Served served, DossierStatus status);

    /** All that its record would lack; while no status is known, of what no status excuses. */
    List<String> lacking(OutwardDossier dossier, Served served, @Nullable DossierStatus status);

    /** A record as it leaves now: what only then gets its final form. */
    ObjectNode leaving(ObjectNode record, OutwardDossier dossier, Uploads uploads);

    ObjectNode step(Target there, OutwardEvent event, @Nullable String agencyName);

    /** The status beside the step, where the dialect wants both. */
    ObjectNode status(Target there, OutwardEvent event, OutwardDossier dossier, Uploads uploads);

    /** Files that must be at the portal before the dossier is told. */
    List<FileToSend> papers(OutwardDossier dossier);

    /** Files that must be there before a status is told. */
    List<FileToSend> results(OutwardDossier dossier, OutwardEvent event);

    /** A file that the hub holds. */
    record FileToSend(String name, String sha256) {}

    /** Whether files are brought, and not fetched by a link. */
    boolean bringsFiles();
}
