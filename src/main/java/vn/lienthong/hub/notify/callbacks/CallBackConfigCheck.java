package vn.lienthong.hub.notify.callbacks;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.SenderSettings;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigCheck;

/** Refuses a sender's file whose call-back cannot be made: no address, an unknown status or placeholder. */
@Component
class CallBackConfigCheck implements ConfigCheck {

    private final SenderSettings settings;

    CallBackConfigCheck(SenderSettings settings) {
        this.settings = settings;
    }

    @Override
    public void check(ConfigBundle proposal) {
        settings.ids(proposal).forEach(id -> check(proposal, id));
    }

    private void check(ConfigBundle proposal, String id) {
        try {
            CallBackRules.of(settings.of(proposal, id));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(id + ": " + wrong.getMessage(), wrong);
        }
    }
}
