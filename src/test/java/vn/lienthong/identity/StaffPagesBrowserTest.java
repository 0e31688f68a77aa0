package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lienthong.Chromium;

/** The pages of staff as a browser shows them: WCAG 2.2 AA by axe, the keyboard alone, pictures. */
@Tag("browser")
class StaffPagesBrowserTest {

    private static RunningIdentity identity;

    private final Chromium browser = new Chromium(420);

    @BeforeAll
    static void start() {
        identity = RunningIdentity.start(Map.of("LIENTHONG_ADMIN_TOKEN", Officer.ADMIN));
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void leadsFromTheFirstPasswordOverTheSecondFactorToTheConsole() {
        var officer = new Officer(identity, "seen.operator");
        String code = officer.isCreated("OPERATOR", "");
        browser.opens(officer.door("openid hub.read").toString());
        browser.looksRight("staff-login");
        browser.follows("English");
        browser.looksRight("staff-login-english");
        browser.follows("Tiếng Việt");
        browser.follows("Đặt mật khẩu bằng mã được cấp");
        fill(Map.of("name", officer.name, "code", code, "fresh", "ngắn quá", "again", "ngắn quá"));
        browser.looksRight("staff-invitation-refused");
        fill(Map.of("code", code, "fresh", Officer.PASSWORD, "again", Officer.PASSWORD));
        browser.looksRight("staff-password-set");
        fill(Map.of("name", officer.name, "password", "không phải mật khẩu"));
        browser.looksRight("staff-wrong");
        fill(Map.of("password", Officer.PASSWORD));
        browser.looksRight("staff-enrol");
        officer.holds(browser.says("#secret"));
        fill(Map.of("code", officer.code()));
        browser.looksRight("staff-recovery");
        browser.enters("a.choice");
        assertThat(browser.address()).startsWith(TrialPortal.CALLBACK + "?code=");
        browser.opens(identity.issuer() + "/staff/password");
        browser.looksRight("staff-password");
        browser.opens(identity.issuer() + "/staff/login");
        fill(Map.of("name", officer.name, "password", Officer.PASSWORD));
        browser.looksRight("staff-code");
    }

    private void fill(Map<String, String> fields) {
        fields.forEach((name, value) ->
                browser.page().locator("main input[name=" + name + "]").fill(value));
        browser.enters("main button");
    }
}
