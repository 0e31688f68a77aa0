package vn.lienthong.hub.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a dossier stands at a neighbour.
 *
 * @param ackedSeq every event up to here is acknowledged or had no effect
 * @param ackedDetailsSeq the last change of facts that was acknowledged, or changed nothing there
 * @param ackedDetailsHash hash of the details as they were acknowledged
 * @param passedOver events up to {@code ackedSeq} that were never sent because they had no effect then
 * @param confirmedSeq the neighbour said of these very events that it has them
 * @param uncertain the outcome of the last call is unknown: ask before anything is sent again
 * @param confirmedDetailsSeq the neighbour was seen to have this change of facts
 */
public record Standing(
        boolean knownThere,
        int ackedSeq,
        int ackedDetailsSeq,
        @Nullable String ackedDetailsHash,
        List<Integer> passedOver,
        int confirmedSeq,
        boolean uncertain,
        int confirmedDetailsSeq) {

    /** Nothing is there, as far as we know for certain. */
    public static final Standing NOTHING = new Standing(false, 0, 0, null, List.of(), 0, false, 0);

    public Standing {
        passedOver = List.copyOf(passedOver);
    }

    public Standing inDoubt() {
        return new Standing(
                knownThere,
                ackedSeq,
                ackedDetailsSeq,
                ackedDetailsHash,
                passedOver,
                confirmedSeq,
                true,
                confirmedDetailsSeq);
    }

    /** The doubt is over, without anything learnt. */
    public Standing settled() {
        return new Standing(
                knownThere,
                ackedSeq,
                ackedDetailsSeq,
                ackedDetailsHash,
                passedOver,
                confirmedSeq,
                false,
                confirmedDetailsSeq);
    }

    /** The neighbour has the dossier; its details still have to be told. */
    public Standing there() {
        return new Standing(
                true,
                ackedSeq,
                ackedDetailsSeq,
                ackedDetailsHash,
                passedOver,
                confirmedSeq,
                false,
                confirmedDetailsSeq);
    }

    /** The change of facts {@code seq} is acknowledged; seen there or not. */
    public Standing withDetails(int seq, String hash, boolean seen) {
        var sure = seen ? seq : confirmedDetailsSeq;
        return new Standing(true, ackedSeq, seq, hash, passedOver, confirmedSeq, uncertain, sure);
    }

    /** Events up to {@code seq} are acknowledged; confirmed too if the reply spoke of each. */
    public Standing withEvents(int seq, List<Integer> passed, boolean confirmed) {
        var sure = confirmed && confirmedSeq >= ackedSeq ? seq : confirmedSeq;
        return new Standing(
                knownThere, seq, ackedDetailsSeq, ackedDetailsHash, passed, sure, uncertain, confirmedDetailsSeq);
    }

    /** What the neighbour itself told: it has the events up to {@code seq}. */
    public Standing toldUpTo(int seq) {
        return new Standing(true, seq, ackedDetailsSeq, ackedDetailsHash, passedOver, seq, false, confirmedDetailsSeq);
    }
}
