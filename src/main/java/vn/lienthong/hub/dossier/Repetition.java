package vn.lienthong.hub.dossier;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.lienthong.hub.platform.time.Stamp;

/** Whether a sender only says again what it said before. */
final class Repetition {

    private static final Comparator<PastStatus> BY_STAMP = Comparator.comparing(PastStatus::stamp);

    private Repetition() {}

    /**
     * Judges a claim by what the same sender said so far.
     *
     * @param snapshot whether the claim is the state at a time rather than an event: then the bare status counts
     */
    static boolean of(StatusClaim claim, Stamp stamp, List<PastStatus> said, boolean snapshot) {
        Predicate<PastStatus> same = past -> snapshot ? past.status() == claim.status() : past.says(claim);
        return claim.timeSource() == TimeSource.DOOR
                ? besides(stamp, said).anyMatch(same)
                : said.stream().anyMatch(past -> past.says(claim));
    }

    // A sender that gives no times may honestly return to an earlier status, so only its words just before and just
    // after this one, as they came through the door, can be the same word.
    private static Stream<PastStatus> besides(Stamp stamp, List<PastStatus> said) {
        return Stream.concat(
                said.stream().filter(past -> past.stamp().compareTo(stamp) <= 0).max(BY_STAMP).stream(),
                said.stream().filter(past -> past.stamp().compareTo(stamp) > 0).min(BY_STAMP).stream());
    }
}
