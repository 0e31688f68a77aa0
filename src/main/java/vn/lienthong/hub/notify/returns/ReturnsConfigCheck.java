package vn.lienthong.hub.notify.returns;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigCheck;

/** Refuses a mailbox that cannot be understood: a misspelt protection must not become none. */
@Component
class ReturnsConfigCheck implements ConfigCheck {

    private static final Set<String> PROTECTIONS = Set.of("tls", "starttls", "none");

    @Override
    public void check(ConfigBundle proposal) {
        ReturnRules rules = ReturnRules.read(proposal.find(ReturnRules.FILE));
        if (!PROTECTIONS.contains(rules.tls()) || rules.everySeconds() < 1 || rules.timeoutSeconds() < 1) {
            throw new IllegalArgumentException(
                    ReturnRules.FILE + ": tls is one of " + PROTECTIONS + ", the seconds are at least 1");
        }
    }
}
