package vn.lienthong.hub.national.sync;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.lienthong.hub.dossier.Claim;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.dossier.Standing;
import vn.lienthong.hub.national.payload.Served;

/** One claimed dossier on its way through a flight. */
final class Errand {

    /** More turns than any honest exchange needs: a portal that says "exists" and "unknown" by turns is left alone. */
    private static final int MOST_TURNS = 6;

    private final Claim claim;
    private final OutwardDossier dossier;
    private final Served served;
    private final Set<Integer> there = new HashSet<>();
    private Standing standing;
    private boolean singly;
    private boolean sessionRenewed;
    private boolean gotFurther;
    private int turns;

    Errand(Claim claim, OutwardDossier dossier, Served served) {
        this.claim = claim;
        this.dossier = dossier;
        this.served = served;
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

    void known() {
        standing = standing.there();
        singly = true;
    }

    void unknownThere() {
        standing = Standing.NOTHING;
        there.clear();
        singly = true;
    }

    /** {@code seen} when nothing is left to look up: a dossier that was created is either there or not. */
    void detailsAcked(String hash, boolean seen) {
        gotFurther = true;
        standing = standing.withDetails(claim.detailsSeq(), hash, seen);
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

    void stepsAcked(List<Integer> seqs, boolean confirmed) {
        if (!seqs.isEmpty()) {
            gotFurther = true;
            there.addAll(seqs);
            ackedUpTo(seqs.getLast(), confirmed);
        }
    }

    void ackedUpTo(int seq, boolean confirmed) {
        var reached = Math.max(standing.ackedSeq(), seq);
        standing = standing.withEvents(reached, passedOver(reached), confirmed);
    }

    /** Steps the portal took although an earlier one of the same call failed. */
    void takenOutOfTurn(List<Integer> seqs) {
        there.addAll(seqs);
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
