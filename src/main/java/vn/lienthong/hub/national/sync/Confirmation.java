package vn.lienthong.hub.national.sync;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.hub.dossier.Claim;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.dossier.Standing;
import vn.lienthong.hub.dossier.SyncSweep;
import vn.lienthong.hub.dossier.SyncSweep.Unconfirmed;
import vn.lienthong.hub.national.payload.TienDo;
import vn.lienthong.hub.national.portal.KnownThere;

/**
 * The slow second look: a batch that was acknowledged as a whole may have lost records without a word. Dossiers so
 * acknowledged are asked about one by one, within a budget; what is missing is told again.
 */
final class Confirmation {

    private static final Logger log = LoggerFactory.getLogger(Confirmation.class);

    private final SyncSweep ledger;
    private final Errands errands;
    private final TienDo steps;
    private final Sender sender;
    private final Neighbour neighbour;
    private final Duration settled;
    private final SyncMetrics metrics;

    Confirmation(
            SyncSweep ledger,
            Errands errands,
            TienDo steps,
            Sender sender,
            Neighbour neighbour,
            Duration settled,
            SyncMetrics metrics) {
        this.ledger = ledger;
        this.errands = errands;
        this.steps = steps;
        this.sender = sender;
        this.neighbour = neighbour;
        this.settled = settled;
        this.metrics = metrics;
    }

    /** Looks at most {@code budget} dossiers up; true if one has to be told again. */
    boolean look(int budget) {
        var rows = ledger.unconfirmed(neighbour, settled, budget);
        if (rows.isEmpty()) {
            return false;
        }
        var looked = errands.of(rows.stream().map(Confirmation::claim).toList());
        var answers = sender.lookUp(
                looked.stream().map(errand -> errand.dossier().code()).toList());
        var reopened = false;
        for (int i = 0; i < answers.size(); i++) {
            reopened |= answers.get(i).isPresent()
                    && judge(rows.get(i), looked.get(i), answers.get(i).get());
        }
        return reopened;
    }

    private boolean judge(Unconfirmed row, Errand errand, KnownThere there) {
        var known = lastKnown(row, errand, there);
        if (known == row.ackedSeq()) {
            ledger.confirm(neighbour, row);
            return false;
        }
        log.warn(
                "Dossier {}: acknowledged up to event {}, there only up to {}",
                errand.dossier().code(),
                row.ackedSeq(),
                known);
        ledger.reopen(neighbour, row, known);
        metrics.reopened();
        return true;
    }

    /** Two of our steps with one status and time are one step to the portal: the words are not compared here. */
    private int lastKnown(Unconfirmed row, Errand errand, KnownThere there) {
        if (!there.known()) {
            return 0;
        }
        if (there.steps() == null) {
            return row.ackedSeq();
        }
        var has = new StepsThere(there.steps()).byMoment(errand, steps);
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
