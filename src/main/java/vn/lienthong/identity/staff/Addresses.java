package vn.lienthong.identity.staff;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.pace.Origins;
import vn.lienthong.identity.pace.Tally;
import vn.lienthong.trust.Seal;

/**
 * Failures from one address over all accounts: whoever tries one password on many names. The lock of each account is
 * another matter and holds all the same.
 */
@Component
class Addresses {

    private final Tally tally;
    private final Seal seal;
    private final StaffRules.Lockout rules;
    private final Origins origins;

    Addresses(Tally tally, Seal seal, StaffRules rules, Origins origins) {
        this.tally = tally;
        this.seal = seal;
        this.rules = rules.lockout();
        this.origins = origins;
    }

    String of(HttpServletRequest request) {
        return origins.of(request);
    }

    /** Whether this address may try once more; counted before it is judged. */
    boolean take(String address) {
        return tally.over(key(address), rules.perAddress(), rules.within()).isEmpty();
    }

    /** The try was right. */
    void giveBack(String address) {
        tally.giveBack(key(address), rules.perAddress(), rules.within());
    }

    private String key(String address) {
        return "staff:" + seal.hash("staff-address " + Origins.counted(address));
    }
}
