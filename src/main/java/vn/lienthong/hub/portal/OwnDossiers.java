package vn.lienthong.hub.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.access.DossierPasses;
import vn.lienthong.hub.dossier.DossierFacts.NoticeChoice;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.contact.NoticeChoices;
import vn.lienthong.hub.dossier.deadline.Deadlines;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.portal.CitizenPages.Shown;
import vn.lienthong.hub.portal.CitizenPages.Slip;
import vn.lienthong.hub.portal.CitizenPages.Wish;

/** Finds a dossier for somebody who knows its code and the end of a number that stands in it. */
@Component
class OwnDossiers {

    private static final String RECEIPT = "01";
    private static final String SUPPLEMENT = "02";
    private static final String REFUSAL = "03";
    private static final String EXTENSION = "04";
    private static final String STOP = "05";

    private final Dossiers dossiers;
    private final TrackingView view;
    private final DossierPasses passes;
    private final Deadlines deadlines;
    private final NoticeChoices choices;
    private final Audit audit;
    private final CitizenPageSettings settings;

    OwnDossiers(
            Dossiers dossiers,
            TrackingView view,
            DossierPasses passes,
            Deadlines deadlines,
            NoticeChoices choices,
            Audit audit,
            CitizenPageSettings settings) {
        this.dossiers = dossiers;
        this.view = view;
        this.passes = passes;
        this.deadlines = deadlines;
        this.choices = choices;
        this.audit = audit;
        this.settings = settings;
    }

    Optional<Shown> find(String code, String secret) {
        return dossiers.byCode(code)
                .filter(dossier -> CitizenSecret.fits(dossier.facts(), secret))
                .map(dossier -> shown(dossier, passes.issue(dossier.code(), settings.slips()), false));
    }

    /** Keeps by what the holder of the pass wants to be told; empty when the pass is over or not ours. */
    Optional<Shown> choose(String pass, NoticeChoice choice) {
        return passes.open(pass).flatMap(dossiers::byCode).map(dossier -> {
            if (choices.keep(dossier.id(), choice)) {
                audit.record(Actor.HUB, "notices.choose", dossier.code(), Map.of("choice", choice, "by", "pass"));
            }
            // the same pass: it must not live longer for being used
            return shown(dossier, pass, true);
        });
    }

    private Shown shown(DossierView dossier, String pass, boolean saved) {
        String choice = choices.of(dossier).map(Enum::name).orElse("");
        Wish wish = new Wish("/tra-cuu/thong-bao/" + pass, choice, saved);
        return Shown.of(view.page(dossier), slips(dossier, pass), wish);
    }

    private List<Slip> slips(DossierView dossier, String pass) {
        String folder = "/tra-cuu/phieu/" + pass + "/";
        return forms(dossier).stream()
                .map(form -> new Slip(form, folder + form))
                .toList();
    }

    /** The forms a citizen may hold at this point of the dossier (TT 03/2025/TT-VPCP, annex I). */
    private List<String> forms(DossierView dossier) {
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
        if (status != null && !status.terminal() && status != DossierStatus.RESOLVED && extended(dossier)) {
            forms.add(EXTENSION);
        }
        return forms;
    }

    private boolean extended(DossierView dossier) {
        return deadlines.of(dossier.id()).stream()
                .flatMap(due -> due.adjustments().stream())
                .anyMatch(made -> EXTENSION.equals(made.adjustment().form()));
    }
}
