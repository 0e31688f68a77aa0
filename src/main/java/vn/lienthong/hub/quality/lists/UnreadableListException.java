package vn.lienthong.hub.quality.lists;

import java.util.List;
import vn.lienthong.hub.platform.reason.Reason;

/** The list as a whole cannot be used: half a list would show everything behind the break as missing. */
public final class UnreadableListException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Reason reason;

    public UnreadableListException(Reason reason) {
        super(reason.rule(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public List<Reason> reasons() {
        return List.of(reason);
    }
}
