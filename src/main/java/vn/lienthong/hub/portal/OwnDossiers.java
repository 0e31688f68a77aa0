package vn.lienthong.hub.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.access.DossierPasses;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.portal.CitizenPages.Shown;
import vn.lienthong.hub.portal.CitizenPages.Slip;

/** Finds a dossier for somebody who knows its code and the end of a number that stands in it. */
@Component
class OwnDossiers {

    private static final String RECEIPT = "01";
    private static final String SUPPLEMENT = "02";
    private static final String REFUSAL = "03";
    private static final String STOP = "05";

    private final Dossiers dossiers;
    private final TrackingView view;
    private final DossierPasses passes;
    private final CitizenPageSettings settings;

    OwnDossiers(Dossiers dossiers, TrackingView view, DossierPasses passes, CitizenPageSettings settings) {
        this.dossiers = dossiers;
        this.view = view;
        this.passes = passes;
        this.settings = settings;
    }

    Optional<Shown> find(String code, String secret) {
        return dossiers.byCode(code)
                .filter(dossier -> CitizenSecret.fits(dossier.facts(), secret))
                .map(dossier -> Shown.of(view.page(dossier), slips(dossier)));
    }

    private List<Slip> slips(DossierView dossier) {
        String folder = "/tra-cuu/phieu/" + passes.issue(dossier.code(), settings.slips()) + "/";
        return forms(dossier).stream()
                .map(form -> new Slip(form, folder + form))
                .toList();
    }

    /** The forms a citizen may hold at this point of the dossier (TT 03/2025/TT-VPCP, annex I). */
    private static List<String> forms(DossierView dossier) {
        List<String> forms = new ArrayList<>();
        if (dossier.receivedAt() != null && dossier.dueAt() != null) {
            forms.add(RECEIPT);
        }
        DossierStatus status = dossier.status();
        if (status == DossierStatus.WAIT_SUPPLEMENT) {
            forms.add(SUPPLEMENT);
        } else if (status == DossierStatus.NOT_ACCEPTED) {
            forms.add(REFUSAL);
        } else if (status == DossierStatus.STOPPED) {
            forms.add(STOP);
        }
        return forms;
    }
}
