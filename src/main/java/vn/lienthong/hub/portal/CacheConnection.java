package vn.lienthong.hub.portal;

import io.lettuce.core.event.connection.ConnectionActivatedEvent;
import io.lettuce.core.event.connection.ConnectionDeactivatedEvent;
import io.lettuce.core.resource.ClientResources;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;

/** A Redis that went or came back may hold data from before: both are a reason to doubt every view. */
@Component
class CacheConnection implements DisposableBean {

    private final Disposable watching;

    CacheConnection(ClientResources cacheResources, ViewEpoch epoch) {
        this.watching = cacheResources
                .eventBus()
                .get()
                .filter(event ->
                        event instanceof ConnectionActivatedEvent || event instanceof ConnectionDeactivatedEvent)
                .subscribe(event -> epoch.doubt());
    }

    @Override
    public void destroy() {
        watching.dispose();
    }
}
