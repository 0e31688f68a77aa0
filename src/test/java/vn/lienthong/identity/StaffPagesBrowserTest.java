package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The pages of staff as a browser shows them: WCAG 2.2 AA by axe, the keyboard alone, pictures. */
@Tag("browser")
class StaffPagesBrowserTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    private static RunningIdentity identity;

    private final ChromeDriver browser = new ChromeDriver(
            new ChromeOptions().addArguments("--headless=new", "--no-sandbox", "--window-size=420,900", "--lang=vi"));

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
        browser.quit();
    }

    @Test
    void leadsFromTheFirstPasswordOverTheSecondFactorToTheConsole() throws IOException {
        var officer = new Officer(identity, "seen.operator");
        String code = officer.isCreated("OPERATOR", "");
        browser.get(officer.door("openid hub.read").toString());
        looksRight("login");
        browser.findElement(By.linkText("English")).sendKeys(Keys.ENTER);
        looksRight("login-english");
        browser.findElement(By.linkText("Tiếng Việt")).sendKeys(Keys.ENTER);
        browser.findElement(By.linkText("Đặt mật khẩu bằng mã được cấp")).sendKeys(Keys.ENTER);
        fill(Map.of("name", officer.name, "code", code, "fresh", "ngắn quá", "again", "ngắn quá"));
        looksRight("invitation-refused");
        fill(Map.of("code", code, "fresh", Officer.PASSWORD, "again", Officer.PASSWORD));
        looksRight("password-set");
        fill(Map.of("name", officer.name, "password", "không phải mật khẩu"));
        looksRight("wrong");
        fill(Map.of("password", Officer.PASSWORD));
        looksRight("enrol");
        officer.holds(browser.findElement(By.id("secret")).getText());
        fill(Map.of("code", officer.code()));
        looksRight("recovery");
        browser.findElement(By.cssSelector("a.choice")).sendKeys(Keys.ENTER);
        assertThat(browser.getCurrentUrl()).startsWith(TrialPortal.CALLBACK + "?code=");
        browser.get(identity.issuer() + "/staff/password");
        looksRight("password");
        browser.get(identity.issuer() + "/staff/login");
        fill(Map.of("name", officer.name, "password", Officer.PASSWORD));
        looksRight("code");
    }

    private void fill(Map<String, String> fields) {
        fields.forEach((name, value) -> browser.findElement(By.cssSelector("main input[name=" + name + "]"))
                .sendKeys(value));
        WebElement button = browser.findElement(By.cssSelector("main button"));
        button.sendKeys(Keys.ENTER);
        new WebDriverWait(browser, Duration.ofSeconds(10)).until(ExpectedConditions.stalenessOf(button));
    }

    private void looksRight(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve("staff-" + name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
        List<Rule> violations = new AxeBuilder()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze(browser)
                .getViolations();
        assertThat(violations).as(name).isEmpty();
    }
}
