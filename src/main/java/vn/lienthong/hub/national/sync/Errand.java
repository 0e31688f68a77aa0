package vn.lienthong.hub.national.sync;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.Claim;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.dossier.Standing;
import vn.lienthong.hub.national.payload.Served;
import vn.lienthong.hub.national.payload.Target;

/** One claimed dossier on its way through a flight. */
final class Errand {

    /** More turns than any honest exchange needs: a portal that says "exists" and "unknown" by turns is left alone. */
    private static final int MOST_TURNS = 6;

    private final Claim claim;
    private final OutwardDossier dossier;
    private final Served served;
    private final Way way;
    private final Set<Integer> there = new HashSet<>();
    private Standing standing;
    private @Nullable Saga saga;
    private boolean sagaChanged;
    private boolean singly;
    private boolean sessionRenewed;
    private boolean gotFurther;
    private int turns;

    Errand(Claim claim, OutwardDossier dossier, Served served, Way way) {
        this(claim, dossier, served, way, null);
    }

    Errand(Claim claim, OutwardDossier dossier, Served served, Way way, @Nullable Saga saga) {
        this.claim = claim;
        this.dossier = dossier;
        this.served = served;
        this.way = way;
        this.saga = saga;
        this.standing = claim.standing();
    }

    Claim claim() {
        return claim;
    }

    OutwardDossier dossier() {
        return dossier;
    }

    Served served() {
        return served;
    }

    Way way() {
        return way;
    }

    /** Under which codes the portal knows it. */
    Target there() {
        return saga == null || saga.code() == null
                ? new Target(dossier.code(), "")
                : new Target(saga.code(), saga.idOrNone());
    }

    /** The dossier under the code that the portal knows it by. */
    OutwardDossier asThere() {
        return saga == null || saga.code() == null ? dossier : dossier.under(saga.code());
    }

    /** How far it got where the portal numbers dossiers; a new one has come nowhere yet. */
    Saga saga() {
        return saga == null ? Saga.begun(dossier.id(), way.door().name()) : saga;
    }

    void saga(Saga further) {
        saga = further;
        sagaChanged = true;
        gotFurther = true;
    }

    /** What of the saga has to be kept; once only. */
    Optional<Saga> sagaToKeep() {
        var changed = sagaChanged;
        sagaChanged = false;
        return changed ? Optional.ofNullable(saga) : Optional.empty();
    }

    Standing standing() {
        return standing;
    }

    /** Whether it travels alone, because a call that carried it with others told nothing. */
    boolean singly() {
        return singly;
    }

    /** The effective events the register had when the row was claimed, in seq order. */
    List<OutwardEvent> effective() {
        return dossier.events().stream()
                .filter(event -> event.seq() <= claim.lastSeq() && event.effective())
                .toList();
    }

    /** Effective events the portal is not known to have. */
    List<OutwardEvent> unsent() {
        return effective().stream()
                .filter(event -> event.seq() > standing.ackedSeq()
                        || standing.passedOver().contains(event.seq()))
                .filter(event -> !there.contains(event.seq()))
                .toList();
    }

    /** Counts a call about the dossier itself; false when there were too many. */
    boolean mayTurn() {
        return ++turns <= MOST_TURNS;
    }

    /** True once: the session may be renewed and the move repeated. */
    boolean mayRenewSession() {
        var first = !sessionRenewed;
        sessionRenewed = true;
        return first;
    }

    /** Failures in a row, this one included; whoever got a step further starts to count anew. */
    int failures() {
        return gotFurther ? 1 : claim.attempts() + 1;
    }

    void doubt() {
        standing = standing.inDoubt();
        singly = true;
    }

    /** Nobody can be asked: what is in doubt is told again, which changes nothing where it arrived. */
    void tellAgain() {
        standing = standing.settled();
        singly = true;
    }

    void known() {
        standing = standing.there();
        singly = true;
    }

    void unknownThere() {
        standing = Standing.NOTHING;
        if (saga != null) {
            saga = saga.forgotten();
            sagaChanged = true;
        }
        there.clear();
        singly = true;
    }

    /**
     * {@code seen} when nothing is left to look up: a dossier that was created is either there or not, and where nothing
     * can be looked up nothing is left.
     */
    void detailsAcked(String hash, boolean seen) {
        gotFurther = true;
        standing = standing.withDetails(
                claim.detailsSeq(), hash, seen || !way.dialect().looksUp());
    }

    /** The newer facts look the same to the portal as those it acknowledged. */
    void detailsUnchanged(String hash) {
        detailsAcked(hash, standing.confirmedDetailsSeq() >= standing.ackedDetailsSeq());
    }

    /** The portal told which steps it has. */
    void told(List<Integer> seqs) {
        there.addAll(seqs);
        var last = 0;
        for (var event : effective()) {
            if (!there.contains(event.seq())) {
                break;
            }
            last = event.seq();
        }
        standing = standing.toldUpTo(last);
        standing = standing.withEvents(last, passedOver(last), true);
        singly = true;
    }

    /** Steps whose statuses are told in a call of their own are not acknowledged before that one is. */
    void taken(Move by, List<Integer> seqs, boolean confirmed) {
        if (!way.dialect().numbers()) {
            stepsAcked(seqs, confirmed);
        } else if (by instanceof Move.Status) {
            saga(saga().told(seqs));
            stepsAcked(seqs, confirmed);
        } else {
            saga(saga().stepped(seqs));
        }
    }

    void stepsAcked(List<Integer> seqs, boolean confirmed) {
        if (!seqs.isEmpty()) {
            gotFurther = true;
            there.addAll(seqs);
            ackedUpTo(seqs.getLast(), confirmed);
        }
    }

    void ackedUpTo(int seq, boolean confirmed) {
        var reached = Math.max(standing.ackedSeq(), seq);
        standing = standing.withEvents(
                reached, passedOver(reached), confirmed || !way.dialect().looksUp());
    }

    /** Steps the portal took although an earlier one of the same call failed. */
    void takenOutOfTurn(Move by, List<Integer> seqs) {
        if (!way.dialect().numbers()) {
            there.addAll(seqs);
        } else if (by instanceof Move.Progress) {
            saga(saga().stepped(seqs));
        }
    }

    /** Without effect now, or still to be sent although the acknowledgement has passed them. */
    private List<Integer> passedOver(int upTo) {
        var idle = dossier.events().stream()
                .filter(event -> event.seq() <= upTo && !event.effective())
                .map(OutwardEvent::seq);
        var waiting = unsent().stream().map(OutwardEvent::seq).filter(seq -> seq <= upTo);
        return Stream.concat(idle, waiting).sorted().distinct().toList();
    }
}
