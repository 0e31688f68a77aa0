package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import vn.lienthong.standin.StandIn;

/** The pages of log-in as a browser without JavaScript shows them: WCAG 2.2 AA by axe, the keyboard, pictures. */
@Tag("browser")
class IdentityPagesBrowserTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    private static StandIn standIn;
    private static RunningIdentity identity;

    private final ChromeDriver browser = new ChromeDriver(
            new ChromeOptions().addArguments("--headless=new", "--no-sandbox", "--window-size=420,900", "--lang=vi"));

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
        browser.quit();
    }

    @Test
    void leadsFromAPortalOverLogInAndConsentBackAndOutAgain() throws IOException {
        var portal = new TrialPortal(identity, "demo-portal");
        browser.get(portal.door("openid profile personal_id contact").toString());
        looksRight("login");
        browser.findElement(By.linkText("English")).sendKeys(Keys.ENTER);
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Log in");
        looksRight("login-english");
        browser.findElement(By.linkText("Tiếng Việt")).sendKeys(Keys.ENTER);
        browser.findElement(By.cssSelector("a.choice")).sendKeys(Keys.ENTER);
        browser.findElement(By.cssSelector("button[value=an]")).sendKeys(Keys.ENTER);
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Cho biết thông tin cá nhân");
        looksRight("consent");
        browser.findElement(By.cssSelector("input[value=contact]")).sendKeys(Keys.SPACE);
        browser.findElement(By.cssSelector("#consent button")).sendKeys(Keys.ENTER);
        assertThat(browser.getCurrentUrl()).startsWith(TrialPortal.CALLBACK + "?code=");
        browser.get(identity.issuer() + "/account");
        looksRight("account");
        browser.get(identity.issuer() + "/logout");
        looksRight("logout");
        browser.findElement(By.cssSelector("main button")).sendKeys(Keys.ENTER);
        looksRight("logged-out");
        browser.get(identity.issuer() + "/oauth2/authorize?client_id=nobody&response_type=code");
        assertThat(browser.findElement(By.cssSelector("[role=alert]")).getText())
                .contains("không đúng");
        looksRight("error");
        browser.get(identity.issuer() + "/login?notice=locked");
        looksRight("locked");
    }

    private void looksRight(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve("identity-" + name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
        List<Rule> violations = new AxeBuilder()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze(browser)
                .getViolations();
        assertThat(violations).as(name).isEmpty();
    }
}
