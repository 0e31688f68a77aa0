package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** The console as a browser shows it: every screen in both languages, wide and narrow, by axe; live parts; the keyboard. */
@Tag("browser")
@ExtendWith(OneHub.class)
class ConsoleBrowserTest {

    private static final Path PICTURES = Path.of("target", "pictures", "console");
    private static final String CODE = "000.00.15.H52-260824-7390";
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final RunningHub hub;
    private final ChromeDriver browser = new ChromeDriver(
            new ChromeOptions().addArguments("--headless=new", "--no-sandbox", "--window-size=1280,900", "--lang=vi"));

    ConsoleBrowserTest(RunningHub hub) {
        this.hub = hub;
    }

    @BeforeEach
    void comeIn() {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
        hub.as(LandSystem.ID)
                .pushes(LandSystem.ID, LandSystem.accepted(CODE + "1").replace("QT-01", "QT-98"));
        opens("/console");
        looksRight("log-in-vi");
        browser.findElement(By.id("key")).sendKeys(hub.as("operator").key(), Keys.ENTER);
    }

    @AfterEach
    void close() {
        browser.quit();
    }

    @Test
    void passesAxeOnEveryScreenInBothLanguagesWideAndNarrow() {
        for (String language : List.of("vi", "en")) {
            speaks(language);
            for (Area area : Area.values()) {
                sees(area.path(), area.name().toLowerCase(java.util.Locale.ROOT) + "-" + language);
            }
            sees("/console/dossiers/one?code=" + CODE, "dossier-" + language);
            sees("/console/dossiers/texts?code=" + CODE, "texts-" + language);
            sees("/console/dossiers/viewers?code=" + CODE, "viewers-" + language);
            opens("/console/issues");
            sees(
                    String.valueOf(
                            browser.findElement(By.partialLinkText("QT-98")).getAttribute("href")),
                    "issue-" + language);
            sees("/console/dossiers/one?code=none", "unknown-dossier-" + language);
        }
    }

    @Test
    void findsADossierWithTheKeyboardAlone() {
        opens("/console/national");
        browser.findElement(By.tagName("body")).sendKeys("/");
        browser.switchTo().activeElement().sendKeys(CODE, Keys.ENTER);
        Awaitility.await().until(() -> browser.getCurrentUrl().contains("/console/dossiers/one"));
        assertThat(browser.findElement(By.tagName("h1")).getText()).contains(CODE);
    }

    @Test
    void showsWhatHappensWithoutBeingAskedAgain() {
        opens("/console/dossiers/one?code=" + CODE);
        assertThat(browser.findElement(By.id("story")).getText()).doesNotContain("Đang xử lý");
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.processing(CODE));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> browser.findElement(By.id("story")).getText().contains("Đang xử lý"));
    }

    private void speaks(String language) {
        opens("/console");
        browser.findElement(By.cssSelector("details.menu > summary")).click();
        browser.findElement(By.cssSelector("button[name=language][value=" + language + "]"))
                .click();
        Awaitility.await()
                .until(() ->
                        language.equals(browser.findElement(By.tagName("html")).getAttribute("lang")));
    }

    private void sees(String address, String name) {
        browser.manage().window().setSize(new Dimension(1280, 900));
        opens(address);
        looksRight(name);
        browser.manage().window().setSize(new Dimension(500, 900));
        long beyond = (Long) browser.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(beyond).as(name + " scrolls sideways").isLessThanOrEqualTo(0);
        looksRight(name + "-narrow");
    }

    private void opens(String address) {
        browser.get(address.startsWith("http") ? address : "http://127.0.0.1:" + hub.port() + address);
    }

    private void looksRight(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(new AxeBuilder().withTags(TAGS).analyze(browser).getViolations())
                .as(name)
                .isEmpty();
    }
}
