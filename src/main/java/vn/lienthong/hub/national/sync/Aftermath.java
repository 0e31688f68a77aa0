package vn.lienthong.hub.national.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.lienthong.hub.dossier.Settlement;
import vn.lienthong.hub.national.payload.Uploads;
import vn.lienthong.hub.national.portal.Judgement;
import vn.lienthong.hub.national.portal.KnownThere;
import vn.lienthong.hub.national.portal.SixStepDialect;
import vn.lienthong.hub.national.portal.Verdict;
import vn.lienthong.hub.national.sync.Call.Part;

/** Takes what a call told about a dossier into its errand; a settlement ends the errand's flight. */
final class Aftermath {

    private final RetrySchedule schedule;
    private final SyncMetrics metrics;

    Aftermath(RetrySchedule schedule, SyncMetrics metrics) {
        this.schedule = schedule;
        this.metrics = metrics;
    }

    Optional<Settlement> of(Part part, Answer answer) {
        return switch (part.move()) {
            case Move.Ask ask -> asked(part, answer);
            case Move.Create create -> created(part, create, answer);
            case Move.Update update -> updated(part, update, answer);
            case Move.Progress progress -> progressed(part, progress.seqs(), answer);
            case Move.Status status -> progressed(part, status.seqs(), answer);
            case Move.Number number -> given(part, answer, SixStepDialect.number(answer.exchange()), Saga::numbered);
            case Move.Upload upload -> uploaded(part, upload, answer);
            case Move.End end -> Optional.of(end.settlement());
        };
    }

    private Optional<Settlement> asked(Part part, Answer answer) {
        var known = KnownThere.from(
                answer.exchange(),
                part.errand().way().dialect().codes(),
                part.errand().there().code());
        if (known.isEmpty()) {
            return failed(part, answer, answer.deciding(part));
        }
        var errand = part.errand();
        if (!known.get().known()) {
            errand.unknownThere();
        } else if (known.get().steps() == null) {
            errand.known();
        } else {
            errand.told(new StepsThere(known.get().steps()).amongst(errand));
        }
        return Optional.empty();
    }

    private Optional<Settlement> created(Part part, Move.Create create, Answer answer) {
        var judgement = answer.deciding(part);
        switch (judgement.verdict()) {
            case ACKED -> {
                numbered(part.errand(), answer);
                part.errand().detailsAcked(create.hash(), true);
            }
            case EXISTS -> {
                metrics.repeated(1);
                numbered(part.errand(), answer);
                part.errand().known();
            }
            default -> {
                return failed(part, answer, judgement);
            }
        }
        return Optional.empty();
    }

    /** The portal's own id of a dossier it took, now or before. */
    private static void numbered(Errand errand, Answer answer) {
        if (errand.way().dialect().numbers()) {
            errand.saga(errand.saga()
                    .there(SixStepDialect.idThere(answer.exchange()).orElse(null)));
        }
    }

    private Optional<Settlement> uploaded(Part part, Move.Upload upload, Answer answer) {
        var id = SixStepDialect.fileId(answer.exchange());
        var hash = SixStepDialect.fileHash(answer.exchange()).orElse("");
        var sha256 = upload.file().sha256();
        if (hash.length() == sha256.length() && !hash.equalsIgnoreCase(sha256)) {
            return retry(part.errand(), new Judgement(Verdict.UNKNOWN, true, "a file arrived altered: " + hash));
        }
        return given(part, answer, id, (saga, given) -> saga.uploaded(sha256, new Uploads.Uploaded(given, hash)));
    }

    /** An answer that should give something and does not is no success, whatever its code. */
    private Optional<Settlement> given(
            Part part, Answer answer, Optional<String> given, BiFunction<Saga, String, Saga> kept) {
        var judgement = answer.deciding(part);
        if (judgement.acked() && given.isPresent()) {
            part.errand().saga(kept.apply(part.errand().saga(), given.get()));
            return Optional.empty();
        }
        return judgement.acked()
                ? retry(part.errand(), new Judgement(Verdict.UNKNOWN, true, "an answer without what was asked for"))
                : failed(part, answer, judgement);
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
    private Optional<Settlement> progressed(Part part, List<Integer> seqs, Answer answer) {
        var judged = answer.of(part);
        int taken = 0;
        while (taken < judged.size() && takenOrRepeated(judged.get(taken))) {
            taken++;
        }
        var confirmed = judged.subList(0, taken).stream().allMatch(Judgement::confirmed);
        part.errand().taken(part.move(), seqs.subList(0, taken), confirmed);
        metrics.acknowledged(taken);
        if (taken == judged.size()) {
            return Optional.empty();
        }
        part.errand().takenOutOfTurn(part.move(), later(seqs, judged, taken));
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
            case HELD_BACK -> Optional.of(heldBack(errand));
            case NOT_SENT -> retry(errand, judgement);
            case ACKED, EXISTS, NOT_THERE, UNKNOWN -> unknown(errand, answer, judgement);
        };
    }

    /** Only the usual door's breaker keeps rows from being claimed: at another they rest for a while. */
    Settlement heldBack(Errand errand) {
        return errand.way().usual()
                ? Settlement.release(errand.claim(), errand.standing())
                : Settlement.hold(
                        errand.claim(),
                        errand.standing(),
                        schedule.next(2),
                        "door %s given up for now".formatted(errand.way().door().name()));
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
