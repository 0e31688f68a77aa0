package vn.lienthong.hub.national.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.dossier.Settlement;
import vn.lienthong.hub.dossier.Verdict;
import vn.lienthong.hub.national.payload.NotSendable;

/**
 * Says what a dossier needs next: ask when in doubt, then the dossier, then its steps, never a step before the one
 * before it was acknowledged.
 */
final class Planner {

    private static final Logger log = LoggerFactory.getLogger(Planner.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Numbering numbering = new Numbering();
    private final RetrySchedule schedule;
    private final Duration gapHold;
    private final Clock clock;

    Planner(RetrySchedule schedule, Duration gapHold, Clock clock) {
        this.schedule = schedule;
        this.gapHold = gapHold;
        this.clock = clock;
    }

    Move next(Errand errand) {
        try {
            return decide(errand);
        } catch (NotSendable missing) {
            return block(errand, missing.cause());
        } catch (RuntimeException ours) {
            log.error(
                    "Dossier {} cannot be written for the portal",
                    errand.dossier().code(),
                    ours);
            return block(errand, "cannot be written: " + ours.getMessage());
        }
    }

    private Move decide(Errand errand) {
        if (errand.standing().uncertain()) {
            if (errand.way().dialect().looksUp()) {
                return turn(errand, new Move.Ask());
            }
            errand.tellAgain();
        }
        Lacking.refuseHeld(errand);
        var reach = Reach.of(errand, clock.instant().minus(gapHold));
        var details = details(errand, reach);
        if (details != null) {
            return details;
        }
        return reach.steps().isEmpty() ? end(errand, reach) : tell(errand, reach.steps());
    }

    /** Create or update, null when the portal has the details. */
    private @Nullable Move details(Errand errand, Reach reach) {
        var standing = errand.standing();
        var owed = errand.claim().detailsSeq() > standing.ackedDetailsSeq()
                && errand.claim().detailsSeq() <= reach.upTo();
        if (standing.knownThere() && !owed) {
            return null;
        }
        var status = errand.dossier().statusAt(reach.upTo());
        if (status.isEmpty()) {
            return noStatus(errand, reach);
        }
        return write(errand, status.get());
    }

    private Move noStatus(Errand errand, Reach reach) {
        if (reach.gap() == null) {
            throw Lacking.withoutStatus(errand);
        }
        return hold(errand, reach.gap());
    }

    private @Nullable Move write(Errand errand, DossierStatus status) {
        var telling = errand.way().telling();
        var details = Details.of(telling.dossier(errand.asThere(), errand.served(), status));
        if (!errand.standing().knownThere()) {
            var before = errand.way().dialect().numbers() ? numbering.before(errand) : null;
            return before != null ? before : turn(errand, new Move.Create(bytes(details, errand), details.hash()));
        }
        if (details.hash().equals(errand.standing().ackedDetailsHash())
                || !errand.way().dialect().updates()) {
            errand.detailsUnchanged(details.hash());
            return null;
        }
        return turn(errand, new Move.Update(bytes(details, errand), details.hash()));
    }

    private static byte[] bytes(Details details, Errand errand) {
        return details.bytes(record -> errand.way()
                .telling()
                .leaving(record, errand.dossier(), errand.saga().uploads()));
    }

    private Move tell(Errand errand, List<OutwardEvent> unsent) {
        return errand.way().dialect().numbers() ? numbering.next(errand, unsent) : progress(errand, unsent);
    }

    /** Told as steps, as many as one call may carry. */
    static Move progress(Errand errand, List<OutwardEvent> unsent) {
        var most = errand.singly() ? 1 : errand.way().dialect().batches().steps();
        var now = unsent.subList(0, Math.min(unsent.size(), most));
        var agency = errand.served().agencyName();
        return new Move.Progress(
                now.stream().map(OutwardEvent::seq).toList(),
                now.stream()
                        .map(event ->
                                JSON.writeValueAsBytes(errand.way().telling().step(errand.there(), event, agency)))
                        .toList());
    }

    private Move end(Errand errand, Reach reach) {
        errand.ackedUpTo(reach.upTo(), true);
        return reach.gap() == null
                ? new Move.End(Settlement.rest(errand.claim(), errand.standing()))
                : hold(errand, reach.gap());
    }

    private Move hold(Errand errand, OutwardEvent gap) {
        var until = gap.recordedAt().plus(gapHold);
        var cause = "step missing before status %d (event %d)"
                .formatted(gap.status().code(), gap.seq());
        return new Move.End(Settlement.hold(errand.claim(), errand.standing(), until, cause));
    }

    private Move turn(Errand errand, Move move) {
        if (errand.mayTurn()) {
            return move;
        }
        errand.doubt();
        var at = schedule.next(errand.failures());
        return new Move.End(Settlement.retry(
                errand.claim(), errand.standing(), errand.failures(), at, "the portal contradicts itself"));
    }

    private static Move block(Errand errand, String cause) {
        return new Move.End(Settlement.block(errand.claim(), errand.standing(), cause));
    }

    /**
     * How far a dossier may be told now.
     *
     * @param upTo everything up to here is acknowledged once {@code steps} are
     * @param gap the step that waits for the one missing before it
     */
    private record Reach(
            List<OutwardEvent> steps, int upTo, @Nullable OutwardEvent gap) {

        static Reach of(Errand errand, Instant heldSince) {
            var unsent = errand.unsent();
            for (int i = 0; i < unsent.size(); i++) {
                var event = unsent.get(i);
                if (event.verdict() == Verdict.GAP_BEFORE && event.recordedAt().isAfter(heldSince)) {
                    var upTo = Math.max(errand.standing().ackedSeq(), event.seq() - 1);
                    return new Reach(unsent.subList(0, i), upTo, event);
                }
            }
            return new Reach(unsent, errand.claim().lastSeq(), null);
        }
    }
}
