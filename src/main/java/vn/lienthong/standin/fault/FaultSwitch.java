package vn.lienthong.standin.fault;

/** Holds the switch and decides call by call whether it strikes. */
public final class FaultSwitch {

    private Fault current = Fault.NONE;
    private long seen;
    private int struck;

    public synchronized void set(Fault fault) {
        current = fault;
        seen = 0;
        struck = 0;
    }

    public synchronized Fault current() {
        return current;
    }

    /** The fault that strikes this call, {@link Fault#NONE} if none does. */
    public synchronized Fault next(String service) {
        Fault fault = current;
        if (!fault.concerns(service) || ++seen % fault.every() != 0) {
            return Fault.NONE;
        }
        if (++struck == fault.count()) {
            set(Fault.NONE);
        }
        return fault;
    }
}
