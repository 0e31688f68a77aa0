package vn.lienthong.hub.national.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.hub.dossier.Settlement;
import vn.lienthong.hub.national.payload.TienDo;
import vn.lienthong.hub.national.portal.Judgement;
import vn.lienthong.hub.national.portal.KnownThere;
import vn.lienthong.hub.national.portal.ReplyCodes;
import vn.lienthong.hub.national.portal.Verdict;
import vn.lienthong.hub.national.sync.Call.Part;

/** Takes what a call told about a dossier into its errand; a settlement ends the errand's flight. */
final class Aftermath {

    private final ReplyCodes codes;
    private final TienDo steps;
    private final RetrySchedule schedule;
    private final SyncMetrics metrics;

    Aftermath(ReplyCodes codes, TienDo steps, RetrySchedule schedule, SyncMetrics metrics) {
        this.codes = codes;
        this.steps = steps;
        this.schedule = schedule;
        this.metrics = metrics;
    }

    Optional<Settlement> of(Part part, Answer answer) {
        return switch (part.move()) {
            case Move.Ask ask -> asked(part, answer);
            case Move.Create create -> created(part, create, answer);
            case Move.Update update -> updated(part, update, answer);
            case Move.Progress progress -> progressed(part, progress, answer);
            case Move.End end -> Optional.of(end.settlement());
        };
    }

    private Optional<Settlement> asked(Part part, Answer answer) {
        var known = KnownThere.from(
                answer.exchange(), codes, part.errand().dossier().code());
        if (known.isEmpty()) {
            return failed(part, answer, answer.deciding(part));
        }
        var errand = part.errand();
        if (!known.get().known()) {
            errand.unknownThere();
        } else if (known.get().steps() == null) {
            errand.known();
        } else {
            errand.told(new StepsThere(known.get().steps()).amongst(errand, steps));
        }
        return Optional.empty();
    }

    private Optional<Settlement> created(Part part, Move.Create create, Answer answer) {
        var judgement = answer.deciding(part);
        switch (judgement.verdict()) {
            case ACKED -> part.errand().detailsAcked(create.hash(), true);
            case EXISTS -> {
                metrics.repeated(1);
                part.errand().known();
            }
            default -> {
                return failed(part, answer, judgement);
            }
        }
        return Optional.empty();
    }

    private Optional<Settlement> updated(Part part, Move.Update update, Answer answer) {
        var judgement = answer.deciding(part);
        switch (judgement.verdict()) {
            case ACKED -> part.errand().detailsAcked(update.hash(), false);
            case NOT_THERE -> part.errand().unknownThere();
            default -> {
                return failed(part, answer, judgement);
            }
        }
        return Optional.empty();
    }

    /** Steps before the first that was not taken are acknowledged; one that "exists" was told before. */
    private Optional<Settlement> progressed(Part part, Move.Progress progress, Answer answer) {
        var judged = answer.of(part);
        int taken = 0;
        while (taken < judged.size() && takenOrRepeated(judged.get(taken))) {
            taken++;
        }
        var confirmed = judged.subList(0, taken).stream().allMatch(Judgement::confirmed);
        part.errand().stepsAcked(progress.seqs().subList(0, taken), confirmed);
        metrics.acknowledged(taken);
        if (taken == judged.size()) {
            return Optional.empty();
        }
        part.errand().takenOutOfTurn(later(progress.seqs(), judged, taken));
        if (judged.get(taken).verdict() == Verdict.NOT_THERE) {
            part.errand().unknownThere();
            return Optional.empty();
        }
        return failed(part, answer, judged.get(taken));
    }

    private static List<Integer> later(List<Integer> seqs, List<Judgement> judged, int from) {
        var taken = new ArrayList<Integer>();
        for (int i = from + 1; i < judged.size(); i++) {
            if (judged.get(i).acked()) {
                taken.add(seqs.get(i));
            }
        }
        return taken;
    }

    private boolean takenOrRepeated(Judgement judgement) {
        if (judgement.verdict() == Verdict.EXISTS) {
            metrics.repeated(1);
            return true;
        }
        return judgement.acked();
    }

    private Optional<Settlement> failed(Part part, Answer answer, Judgement judgement) {
        var errand = part.errand();
        return switch (judgement.verdict()) {
            case REFUSED ->
                Optional.of(Settlement.block(
                        errand.claim(), errand.standing(), "refused by the portal: " + judgement.words()));
            case SESSION_INVALID -> errand.mayRenewSession() ? Optional.empty() : retry(errand, judgement);
            case HELD_BACK -> Optional.of(Settlement.release(errand.claim(), errand.standing()));
            case NOT_SENT -> retry(errand, judgement);
            case ACKED, EXISTS, NOT_THERE, UNKNOWN -> unknown(errand, answer, judgement);
        };
    }

    /** Nobody knows what the portal did: it is asked, at once if it is talking, else later; then told singly. */
    private Optional<Settlement> unknown(Errand errand, Answer answer, Judgement judgement) {
        errand.doubt();
        return answer.settlesNothing() ? Optional.empty() : retry(errand, judgement);
    }

    private Optional<Settlement> retry(Errand errand, Judgement judgement) {
        var failures = errand.failures();
        var at = schedule.next(failures);
        return Optional.of(Settlement.retry(errand.claim(), errand.standing(), failures, at, judgement.words()));
    }
}
