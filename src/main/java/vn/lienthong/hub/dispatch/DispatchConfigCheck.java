package vn.lienthong.hub.dispatch;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Province;
import vn.lienthong.hub.catalog.SenderSettings;
import vn.lienthong.hub.dispatch.words.Words;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigCheck;

/** Refuses two routes for one procedure on a day, a route to nobody, and words that could never be written. */
@Component
class DispatchConfigCheck implements ConfigCheck {

    private final SenderSettings settings;
    private final Province province;

    DispatchConfigCheck(SenderSettings settings, Province province) {
        this.settings = settings;
        this.province = province;
    }

    @Override
    public void check(ConfigBundle proposal) {
        Words usual = Systems.usual(proposal);
        for (String id : settings.ids(proposal)) {
            try {
                SystemTerms.of(settings.of(proposal, id), usual);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(id + ": " + wrong.getMessage(), wrong);
            }
        }
        for (Route route : RouteTable.read(proposal, province.folder()).routes()) {
            if (!settings.ids(proposal).contains(route.to())) {
                throw new IllegalArgumentException("dispatch.yaml: the route of " + route.procedure() + " leads to "
                        + route.to() + ", which no file describes");
            }
            if (settings.of(proposal, route.to()).path(Systems.HANDS_OVER).asBoolean(false)) {
                throw new IllegalArgumentException("dispatch.yaml: the route of " + route.procedure() + " leads to "
                        + route.to() + ", which hands its own dossiers over (handsOver)");
            }
        }
    }
}
