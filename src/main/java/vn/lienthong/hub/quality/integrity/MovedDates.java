package vn.lienthong.hub.quality.integrity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.EventView;
import vn.lienthong.hub.dossier.TimeSource;
import vn.lienthong.hub.dossier.deadline.Adjustment.Line;
import vn.lienthong.hub.dossier.deadline.DueHistories.Moved;

/** The dates of a dossier that were said anew in its sender's favour. */
record MovedDates(Evidence seen) {

    /** A date said anew, and when the register heard of it. */
    record Said(int seq, Instant before, Instant after, Instant at) {}

    /** As a date of the dossier, or as the same step told again with an earlier time. */
    List<Said> endsMovedBack(List<EventView> steps) {
        List<Said> ends = new ArrayList<>();
        seen.moved().stream()
                .filter(moved -> moved.line() == Line.FINISHED && moved.after().isBefore(moved.before()))
                .map(MovedDates::said)
                .forEach(ends::add);
        var told = new HashMap<String, Instant>();
        steps.stream()
                .filter(step -> step.status() == DossierStatus.RESOLVED && step.timeSource() == TimeSource.SOURCE)
                .sorted(Comparator.comparing(EventView::seq))
                .forEach(step -> {
                    var before = told.merge(step.sender(), step.orderAt(), (one, other) -> one);
                    // one record may say it both ways
                    var saidSo = ends.stream().anyMatch(end -> ofOneRecord(end.seq(), step));
                    if (step.orderAt().isBefore(before) && !saidSo) {
                        ends.add(new Said(step.seq(), before, step.orderAt(), step.recordedAt()));
                    }
                });
        return ends;
    }

    /** A suspension that lay between two dates explains the second; so does form 04, and a corrected reception. */
    List<Said> duesMovedOn() {
        List<Said> dues = new ArrayList<>();
        var previous = Instant.MIN;
        for (var moved : seen.moved()) {
            if (moved.line() == Line.STATED) {
                if (moved.after().isAfter(moved.before()) && !explained(moved, previous)) {
                    dues.add(said(moved));
                }
                previous = moved.recordedAt();
            }
        }
        return dues;
    }

    private boolean explained(Moved moved, Instant previous) {
        return seen.stood().stream()
                        .anyMatch(stop -> !stop.since().isAfter(moved.recordedAt())
                                && (stop.until() == null || stop.until().isAfter(previous)))
                || seen.moved().stream()
                        .anyMatch(other -> other.line() == Line.EXTENDED
                                && !other.recordedAt().isAfter(moved.recordedAt()))
                || seen.events().stream()
                        .anyMatch(event -> event.fields().contains("receivedAt") && ofOneRecord(moved.seq(), event));
    }

    private boolean ofOneRecord(int seq, EventView other) {
        return seen.events().stream()
                .anyMatch(event -> event.seq() == seq
                        && event.receipt().equals(other.receipt())
                        && event.recordNo() == other.recordNo());
    }

    private static Said said(Moved moved) {
        return new Said(moved.seq(), moved.before(), moved.after(), moved.recordedAt());
    }
}
