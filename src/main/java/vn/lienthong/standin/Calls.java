package vn.lienthong.standin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import vn.lienthong.standin.fault.FaultMode;

/** Counts the calls since the start and remembers the last ones. */
final class Calls {

    private static final int REMEMBERED = 200;

    private final Deque<Call> last = new ArrayDeque<>();
    private long calls;
    private long logins;
    private long failures;

    /** The sums; a failure is a call that got a code other than success, or no usable answer by a fault. */
    record Sums(long calls, long logins, long failures) {}

    synchronized void add(Call call) {
        calls++;
        if (call.service().equals(NationalPortal.LOGIN)) {
            logins++;
        }
        if (!call.reply().succeeded() || call.fault() == FaultMode.ACCEPT_THEN_FAIL) {
            failures++;
        }
        last.addFirst(call);
        if (last.size() > REMEMBERED) {
            last.removeLast();
        }
    }

    synchronized Sums sums() {
        return new Sums(calls, logins, failures);
    }

    synchronized List<Call> last(int limit) {
        return last.stream().limit(limit).toList();
    }

    synchronized void clear() {
        last.clear();
        calls = 0;
        logins = 0;
        failures = 0;
    }
}
