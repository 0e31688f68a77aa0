package vn.lienthong.hub.catalog;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.config.ConfigBundle;

/** Holds the snapshot of the configuration in force; nothing on the way of a dossier asks the database. */
@Component
class Catalog {

    private final CatalogReader reader;
    private volatile CatalogSnapshot now;

    Catalog(AppliedConfig config, CatalogReader reader) {
        this.reader = reader;
        this.now = reader.read(config.current());
        config.onChange(this::replace);
    }

    CatalogSnapshot now() {
        return now;
    }

    private void replace(ConfigBundle next) {
        if (next.version() != now.configVersion()) {
            now = reader.read(next);
        }
    }
}
