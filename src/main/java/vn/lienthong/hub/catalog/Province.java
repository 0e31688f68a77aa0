package vn.lienthong.hub.catalog;

import org.springframework.stereotype.Component;

/** Which province this hub serves. */
@Component
public class Province {

    private final CatalogSettings settings;

    Province(CatalogSettings settings) {
        this.settings = settings;
    }

    /** The folder of its files in the configuration, with a slash at the end. */
    public String folder() {
        return "province/" + settings.province() + "/";
    }
}
