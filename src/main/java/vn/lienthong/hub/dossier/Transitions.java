package vn.lienthong.hub.dossier;

import static vn.lienthong.hub.dossier.DossierStatus.ACCEPTED;
import static vn.lienthong.hub.dossier.DossierStatus.DELIVERED;
import static vn.lienthong.hub.dossier.DossierStatus.IN_PROGRESS;
import static vn.lienthong.hub.dossier.DossierStatus.NOT_ACCEPTED;
import static vn.lienthong.hub.dossier.DossierStatus.RESOLVED;
import static vn.lienthong.hub.dossier.DossierStatus.STOPPED;
import static vn.lienthong.hub.dossier.DossierStatus.SUBMITTED;
import static vn.lienthong.hub.dossier.DossierStatus.WAIT_PAYMENT;
import static vn.lienthong.hub.dossier.DossierStatus.WAIT_SUPPLEMENT;
import static vn.lienthong.hub.dossier.DossierStatus.WITHDRAW_REQUESTED;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which status may follow which, before and after reception (reference: lifecycle-and-deadlines.md §2). */
final class Transitions {

    private static final Map<DossierStatus, Set<DossierStatus>> BEFORE_RECEPTION = Map.of(
            SUBMITTED, EnumSet.of(ACCEPTED, NOT_ACCEPTED, WAIT_SUPPLEMENT, WAIT_PAYMENT),
            // 5 to 3: a supplement that never comes ends in "not accepted" (§4, supplement expiry)
            WAIT_SUPPLEMENT, EnumSet.of(ACCEPTED, NOT_ACCEPTED, WITHDRAW_REQUESTED, STOPPED),
            WAIT_PAYMENT, EnumSet.of(SUBMITTED, WITHDRAW_REQUESTED, STOPPED),
            WITHDRAW_REQUESTED, EnumSet.of(IN_PROGRESS, STOPPED));

    private static final Map<DossierStatus, Set<DossierStatus>> AFTER_RECEPTION = Map.of(
            ACCEPTED, EnumSet.of(IN_PROGRESS, WAIT_SUPPLEMENT, WITHDRAW_REQUESTED, STOPPED),
            IN_PROGRESS, EnumSet.of(WAIT_SUPPLEMENT, WAIT_PAYMENT, WITHDRAW_REQUESTED, STOPPED, RESOLVED),
            WAIT_SUPPLEMENT, EnumSet.of(IN_PROGRESS, WITHDRAW_REQUESTED, STOPPED),
            WAIT_PAYMENT, EnumSet.of(IN_PROGRESS, WITHDRAW_REQUESTED, STOPPED),
            WITHDRAW_REQUESTED, EnumSet.of(IN_PROGRESS, STOPPED),
            RESOLVED, EnumSet.of(DELIVERED));

    /** Steps back: believed when told, never assumed to have happened silently (9 to 4 is "sai sót"). */
    private static final Map<DossierStatus, Set<DossierStatus>> ONLY_WHEN_TOLD =
            Map.of(WAIT_SUPPLEMENT, EnumSet.of(ACCEPTED), RESOLVED, EnumSet.of(IN_PROGRESS));

    private static final Set<DossierStatus> RECEPTION_IS_PAST = EnumSet.of(ACCEPTED, IN_PROGRESS, RESOLVED, DELIVERED);

    private Transitions() {}

    /** Where a dossier stands: its status, and whether anything told so far means that it was received. */
    record Standing(@Nullable DossierStatus status, boolean received) {

        static final Standing NOWHERE = new Standing(null, false);

        Standing then(DossierStatus next) {
            return new Standing(next, received || RECEPTION_IS_PAST.contains(next));
        }
    }

    static Verdict judge(Standing from, DossierStatus to) {
        DossierStatus now = from.status();
        if (now != null && now.terminal()) {
            return Verdict.AFTER_TERMINAL;
        }
        // A further step inside the same status (another officer, another unit) is ordinary progress.
        if (now == to || next(from).contains(to) || told(from).contains(to)) {
            return Verdict.VALID;
        }
        return leadsTo(from, to) ? Verdict.GAP_BEFORE : Verdict.CONTRADICTION;
    }

    private static Set<DossierStatus> next(Standing from) {
        DossierStatus now = from.status();
        if (now == null) {
            return EnumSet.of(SUBMITTED, ACCEPTED);
        }
        return (from.received() ? AFTER_RECEPTION : BEFORE_RECEPTION).getOrDefault(now, Set.of());
    }

    private static Set<DossierStatus> told(Standing from) {
        DossierStatus now = from.status();
        return now == null || !from.received() ? Set.of() : ONLY_WHEN_TOLD.getOrDefault(now, Set.of());
    }

    private static boolean leadsTo(Standing from, DossierStatus to) {
        Set<Standing> seen = new HashSet<>();
        ArrayDeque<Standing> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            Standing here = open.remove();
            for (DossierStatus next : next(here)) {
                Standing there = here.then(next);
                if (next == to) {
                    return true;
                }
                if (seen.add(there)) {
                    open.add(there);
                }
            }
        }
        return false;
    }
}
