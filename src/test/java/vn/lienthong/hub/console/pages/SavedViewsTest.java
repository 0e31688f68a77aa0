package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SavedViewsTest {

    @Test
    void letsTheOldestGoBeforeABrowserDropsThemAll() {
        var views = new SavedViews(List.of());
        for (int n = 0; n < 8; n++) {
            views = views.with(n + "ế".repeat(39), "/console/issues?neighbour=" + "x".repeat(270) + n);
        }
        assertThat(views.cookie()).hasSizeLessThanOrEqualTo(3_800);
        assertThat(views.all()).hasSizeGreaterThan(5);
        assertThat(views.all().getFirst().name()).startsWith("7");
    }
}
