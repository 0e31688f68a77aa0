package vn.lienthong.hub.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.Chromium;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** The citizens' page as a browser shows it: WCAG 2.2 AA by axe, the keyboard alone, pictures to look at. */
@Tag("browser")
@ExtendWith(OneHub.class)
class CitizenPageBrowserTest {

    private final RunningHub hub;
    private final Chromium browser = new Chromium(420);

    CitizenPageBrowserTest(RunningHub hub) {
        this.hub = hub;
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void tracksADossierWithTheKeyboardAloneAndPassesAxeOnEveryPage() {
        String code = "000.00.15.H52-260824-7201";
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(code));

        browser.opens("http://127.0.0.1:" + hub.port() + "/tra-cuu");
        browser.looksRight("tra-cuu-form");
        typed(code, "9999");
        assertThat(browser.says("[role=alert]")).contains("Không tìm thấy");
        browser.looksRight("tra-cuu-not-found");
        typed(code, "0001");
        assertThat(browser.says(".status")).isEqualTo("Được tiếp nhận");
        browser.looksRight("tra-cuu-found");
        browser.follows("English");
        assertThat(browser.says("h1")).isEqualTo("Track your dossier");
        browser.looksRight("tra-cuu-english");
    }

    /** Fills the form as somebody without a mouse does. */
    private void typed(String code, String secret) {
        browser.page().locator("#code").fill(code);
        browser.page().locator("#code").press("Tab");
        browser.page().keyboard().type(secret);
        browser.enters(":focus");
    }
}
