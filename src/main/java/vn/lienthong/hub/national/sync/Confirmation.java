package vn.lienthong.hub.national.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.hub.dossier.Claim;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.dossier.Standing;
import vn.lienthong.hub.dossier.SyncConfirm;
import vn.lienthong.hub.dossier.SyncConfirm.Unconfirmed;
import vn.lienthong.hub.national.payload.NotSendable;
import vn.lienthong.hub.national.portal.KnownThere;

/**
 * The slow second look: what was acknowledged may have been dropped without a word, steps of a batch as well as changed
 * details. Dossiers so acknowledged are asked about one by one, within a budget; what is missing is told again.
 */
final class Confirmation {

    private static final Logger log = LoggerFactory.getLogger(Confirmation.class);

    private final SyncConfirm ledger;
    private final Errands errands;
    private final Questions questions;
    private final SyncMetrics metrics;

    Confirmation(SyncConfirm ledger, Errands errands, Questions questions, SyncMetrics metrics) {
        this.ledger = ledger;
        this.errands = errands;
        this.questions = questions;
        this.metrics = metrics;
    }

    /** Looks at most {@code budget} dossiers up, where they can be; true if one has to be told again. */
    boolean look(int budget) {
        var rows = ledger.unconfirmed(budget);
        if (rows.isEmpty()) {
            return false;
        }
        var looked = new ArrayList<Errand>();
        var asked = new ArrayList<Unconfirmed>();
        var errands = this.errands.of(rows.stream().map(Confirmation::claim).toList());
        for (int i = 0; i < rows.size(); i++) {
            if (errands.get(i).way().dialect().looksUp()) {
                looked.add(errands.get(i));
                asked.add(rows.get(i));
            } else {
                ledger.confirm(rows.get(i));
            }
        }
        return !looked.isEmpty() && ask(asked, looked);
    }

    private boolean ask(List<Unconfirmed> rows, List<Errand> looked) {
        var answers = questions.ask(looked);
        var reopened = false;
        for (int i = 0; i < answers.size(); i++) {
            var codes = looked.get(i).way().dialect().codes();
            var code = looked.get(i).there().code();
            var there = KnownThere.from(answers.get(i).exchange(), codes, code);
            reopened |= there.isPresent() && judge(rows.get(i), looked.get(i), there.get());
        }
        return reopened;
    }

    private boolean judge(Unconfirmed row, Errand errand, KnownThere there) {
        var known = lastKnown(row, errand, there);
        if (known == row.ackedSeq()) {
            return judgeDetails(row, errand, there);
        }
        log.warn(
                "Dossier {}: acknowledged up to event {}, there only up to {}",
                errand.dossier().code(),
                row.ackedSeq(),
                known);
        ledger.reopen(row, known);
        metrics.reopened();
        return true;
    }

    /** Told a second time and still unlike, they are left for people: the portal writes them its own way. */
    private boolean judgeDetails(Unconfirmed row, Errand errand, KnownThere there) {
        var unlike = there.known() ? unlike(row, errand, there) : List.<String>of();
        if (unlike.isEmpty()) {
            ledger.confirm(row);
            return false;
        }
        var cause = "acknowledged, but the portal shows another " + String.join(", ", unlike);
        log.warn("Dossier {}: {}", errand.dossier().code(), cause);
        metrics.reopened();
        if (row.doubted()) {
            ledger.confirmUnlike(row, cause);
            return false;
        }
        ledger.reopenDetails(row, cause);
        return true;
    }

    /** Compared only while the dossier would still be told as it was acknowledged. */
    private List<String> unlike(Unconfirmed row, Errand errand, KnownThere there) {
        return details(errand)
                .filter(ours -> ours.hash().equals(row.detailsHash()))
                .map(ours -> ours.unlike(there.details()))
                .orElse(List.of());
    }

    private Optional<Details> details(Errand errand) {
        try {
            return errand.dossier()
                    .statusAt(Integer.MAX_VALUE)
                    .map(status ->
                            Details.of(errand.way().telling().dossier(errand.asThere(), errand.served(), status)));
        } catch (NotSendable nowIncomplete) {
            return Optional.empty();
        }
    }

    /** Two of our steps with one status and time are one step to the portal: the words are not compared here. */
    private int lastKnown(Unconfirmed row, Errand errand, KnownThere there) {
        if (!there.known()) {
            return 0;
        }
        if (there.steps() == null) {
            return row.ackedSeq();
        }
        var has = new StepsThere(there.steps()).byMoment(errand);
        return errand.effective().stream()
                .map(OutwardEvent::seq)
                .filter(seq -> !has.contains(seq))
                .findFirst()
                .map(missing -> missing - 1)
                .orElse(row.ackedSeq());
    }

    private static Claim claim(Unconfirmed row) {
        return new Claim(row.dossierId(), row.ackedSeq(), 0, 0, Standing.NOTHING);
    }
}
