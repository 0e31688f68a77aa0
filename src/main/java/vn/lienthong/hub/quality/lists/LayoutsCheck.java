package vn.lienthong.hub.quality.lists;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigCheck;

/** Refuses a layout by which nothing could be read. */
@Component
class LayoutsCheck implements ConfigCheck {

    @Override
    public void check(ConfigBundle proposal) {
        try {
            Layouts.read(proposal).values().forEach(Layout::check);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(Layouts.FILE + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
