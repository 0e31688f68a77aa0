package vn.lienthong.hub.quality.integrity;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigCheck;

/** Refuses rules by which nothing could be looked for. */
@Component
class IntegrityRulesCheck implements ConfigCheck {

    @Override
    public void check(ConfigBundle proposal) {
        try {
            IntegrityRules.read(proposal);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(IntegrityRules.FILE + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
