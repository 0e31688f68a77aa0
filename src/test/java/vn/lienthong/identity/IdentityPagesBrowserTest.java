package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lienthong.Chromium;
import vn.lienthong.standin.StandIn;

/** The pages of log-in as a browser without JavaScript shows them: WCAG 2.2 AA by axe, the keyboard, pictures. */
@Tag("browser")
class IdentityPagesBrowserTest {

    private static StandIn standIn;
    private static RunningIdentity identity;

    private final Chromium browser = new Chromium(420);

    @BeforeAll
    static void start() {
        standIn = RunningIdentity.standIn();
        identity = RunningIdentity.with(standIn, Map.of());
    }

    @AfterAll
    static void stop() {
        identity.close();
        standIn.close();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void leadsFromAPortalOverLogInAndConsentBackAndOutAgain() {
        var portal = new TrialPortal(identity, "demo-portal");
        browser.opens(portal.door("openid profile personal_id contact").toString());
        browser.looksRight("identity-login");
        browser.follows("English");
        assertThat(browser.says("h1")).isEqualTo("Log in");
        browser.looksRight("identity-login-english");
        browser.follows("Tiếng Việt");
        browser.enters("a.choice");
        browser.enters("button[value=an]");
        assertThat(browser.says("h1")).isEqualTo("Cho biết thông tin cá nhân");
        browser.looksRight("identity-consent");
        browser.page().locator("input[value=contact]").press("Space");
        browser.enters("#consent button");
        assertThat(browser.address()).startsWith(TrialPortal.CALLBACK + "?code=");
        browser.opens(identity.issuer() + "/account");
        browser.looksRight("identity-account");
        browser.opens(identity.issuer() + "/logout");
        browser.looksRight("identity-logout");
        browser.enters("main button");
        browser.looksRight("identity-logged-out");
        browser.opens(identity.issuer() + "/oauth2/authorize?client_id=nobody&response_type=code");
        assertThat(browser.says("[role=alert]")).contains("không đúng");
        browser.looksRight("identity-error");
        browser.opens(identity.issuer() + "/login?notice=locked");
        browser.looksRight("identity-locked");
    }
}
