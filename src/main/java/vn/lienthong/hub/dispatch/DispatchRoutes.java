package vn.lienthong.hub.dispatch;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Province;
import vn.lienthong.hub.platform.config.AppliedConfig;

/** The routes of the configuration in force. */
@Component
class DispatchRoutes {

    private record InForce(long version, RouteTable table) {}

    private final AppliedConfig config;
    private final Province province;
    private volatile InForce now;

    DispatchRoutes(AppliedConfig config, Province province) {
        this.config = config;
        this.province = province;
        this.now = read();
    }

    RouteTable table() {
        InForce known = now;
        if (known.version() != config.version()) {
            known = read();
            now = known;
        }
        return known.table();
    }

    long version() {
        return config.version();
    }

    private InForce read() {
        var current = config.current();
        return new InForce(current.version(), RouteTable.read(current, province.folder()));
    }
}
