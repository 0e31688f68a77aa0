package vn.lienthong.hub.intake.submissions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The records of a kept submission that have not ended, read a page at a time. */
final class InFlightNumbers implements Iterator<Integer> {

    private static final int PAGE = 1_000;

    private final RecordTable records;
    private final Submission submission;
    private final Deque<Integer> page = new ArrayDeque<>();
    private int after;
    private boolean last;

    InFlightNumbers(RecordTable records, Submission submission) {
        this.records = records;
        this.submission = submission;
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && !last) {
            page.addAll(records.inFlight(submission, after, PAGE));
            last = page.size() < PAGE;
        }
        return !page.isEmpty();
    }

    @Override
    public Integer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        after = page.removeFirst();
        return after;
    }
}
