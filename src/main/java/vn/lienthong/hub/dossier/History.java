package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.Transitions.Standing;
import vn.lienthong.hub.dossier.deadline.Stop;
import vn.lienthong.hub.platform.time.Stamp;

/**
 * The status events of one dossier, ordered first and judged second, all of them each time (delivery.md §4).
 *
 * @param acceptedAt the sender's own time of the first acceptance, if it gave one
 * @param filedAt when it was filed online, by its first status
 * @param paidAt when a payment before reception made it count as filed
 * @param stops when the legal clock stood, oldest first
 */
record History(
        Standing standing,
        Map<Integer, Verdict> verdicts,
        @Nullable Instant acceptedAt,
        List<Stop> stops,
        @Nullable Instant filedAt,
        @Nullable Instant paidAt) {

    private static final Comparator<Step> ORDER =
            Comparator.comparing(Step::orderAt).thenComparing(Step::stamp).thenComparing(Step::seq);

    /** One status event, as far as its place in the history goes; {@code timed} when the sender gave the time. */
    record Step(int seq, DossierStatus status, Instant orderAt, boolean timed, Stamp stamp) {

        boolean files(Standing before, @Nullable DossierStatus from) {
            return status == DossierStatus.SUBMITTED && !before.received() && before.status() == from;
        }

        boolean acceptance() {
            return timed && status == DossierStatus.ACCEPTED;
        }
    }

    static History judge(List<Step> steps) {
        Standing standing = Standing.NOWHERE;
        Instant acceptedAt = null;
        Instant filedAt = null;
        Instant paidAt = null;
        Map<Integer, Verdict> verdicts = new HashMap<>();
        Stops stops = new Stops();
        for (Step step : steps.stream().sorted(ORDER).toList()) {
            Verdict verdict = Transitions.judge(standing, step.status());
            verdicts.put(step.seq(), verdict);
            if (verdict.effective()) {
                stops.step(standing.received(), step);
                filedAt = step.files(standing, null) ? step.orderAt() : filedAt;
                paidAt = step.files(standing, DossierStatus.WAIT_PAYMENT) ? step.orderAt() : paidAt;
                standing = standing.then(step.status());
                acceptedAt = acceptedAt == null && step.acceptance() ? step.orderAt() : acceptedAt;
            }
        }
        return new History(standing, verdicts, acceptedAt, stops.all(), filedAt, paidAt);
    }

    /** The status of the last effective event. */
    @Nullable
    DossierStatus status() {
        return standing.status();
    }

    Verdict verdict(int seq) {
        return Objects.requireNonNull(verdicts.get(seq));
    }
}
