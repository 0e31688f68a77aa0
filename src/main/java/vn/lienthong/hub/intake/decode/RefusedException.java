package vn.lienthong.hub.intake.decode;

import java.util.List;
import vn.lienthong.hub.platform.reason.Reason;

/** A submission nobody can decode: one refused record, and trying again cannot help. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Reason> reasons;

    public RefusedException(List<Reason> reasons) {
        super(reasons.isEmpty() ? "refused" : reasons.getFirst().rule());
        this.reasons = List.copyOf(reasons);
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
