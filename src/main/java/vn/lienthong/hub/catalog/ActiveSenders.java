package vn.lienthong.hub.catalog;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.routes.RouteChoice;

/** A sender that the province does not name has no route. */
@Component
class ActiveSenders implements RouteChoice {

    private final Senders senders;

    ActiveSenders(Senders senders) {
        this.senders = senders;
    }

    @Override
    public boolean runs(String id) {
        return senders.find(id).isPresent();
    }
}
