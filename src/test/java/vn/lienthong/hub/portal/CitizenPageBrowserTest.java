package vn.lienthong.hub.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** The citizens' page as a browser shows it: WCAG 2.2 AA by axe, the keyboard alone, pictures to look at. */
@Tag("browser")
@ExtendWith(OneHub.class)
class CitizenPageBrowserTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    private final RunningHub hub;
    private final ChromeDriver browser = new ChromeDriver(
            new ChromeOptions().addArguments("--headless=new", "--no-sandbox", "--window-size=420,900", "--lang=vi"));

    CitizenPageBrowserTest(RunningHub hub) {
        this.hub = hub;
    }

    @AfterEach
    void close() {
        browser.quit();
    }

    @Test
    void tracksADossierWithTheKeyboardAloneAndPassesAxeOnEveryPage() throws IOException {
        String code = "000.00.15.H52-260824-7201";
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(code));

        browser.get("http://127.0.0.1:" + hub.port() + "/tra-cuu");
        looksRight("form");
        typed(code, "9999");
        assertThat(browser.findElement(By.cssSelector("[role=alert]")).getText())
                .contains("Không tìm thấy");
        looksRight("not-found");
        typed(code, "0001");
        assertThat(browser.findElement(By.className("status")).getText()).isEqualTo("Được tiếp nhận");
        looksRight("found");
        browser.findElement(By.linkText("English")).sendKeys(Keys.ENTER);
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Track your dossier");
        looksRight("english");
    }

    /** Fills the form as somebody without a mouse does. */
    private void typed(String code, String secret) {
        WebElement field = browser.findElement(By.id("code"));
        field.clear();
        field.sendKeys(code, Keys.TAB);
        browser.switchTo().activeElement().sendKeys(secret, Keys.ENTER);
    }

    private void looksRight(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve("tra-cuu-" + name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
        List<Rule> violations = new AxeBuilder()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze(browser)
                .getViolations();
        assertThat(violations).as(name).isEmpty();
    }
}
