package vn.lienthong.infra;

import java.util.function.BiPredicate;

/** Who besides the hub may open the hub's own broker: the hub says so once it runs, until then nobody may. */
public final class BrokerGate {

    private volatile BiPredicate<String, String> keeper = (user, password) -> false;

    /** From now on this decides. */
    public void keptBy(BiPredicate<String, String> decides) {
        keeper = decides;
    }

    public boolean opens(String user, String password) {
        return keeper.test(user, password);
    }
}
