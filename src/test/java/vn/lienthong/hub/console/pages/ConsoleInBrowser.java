package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.print.PrintOptions;

/** An operator at the console with a real browser: sees what the pages say, presses what they name. */
final class ConsoleInBrowser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private final String address;
    private final ChromeDriver browser = new ChromeDriver(
            new ChromeOptions().addArguments("--headless=new", "--no-sandbox", "--window-size=1280,900", "--lang=vi"));

    ConsoleInBrowser(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    ConsoleInBrowser logsIn(String key) {
        opens("/console/log-in");
        types("key", key);
        sendsFormOf("key");
        assertThat(browser.getCurrentUrl()).as(() -> says("body")).doesNotContain("log-in");
        return this;
    }

    void opens(String path) {
        browser.get(path.startsWith("http") ? path : address + path);
    }

    /** Follows a link by what it says. */
    void follows(String words) {
        goes(browser.findElement(By.partialLinkText(words)));
    }

    /** Follows the first link in that part of the page. */
    void followsIn(String part, String words) {
        goes(browser.findElement(By.cssSelector(part)).findElement(By.partialLinkText(words)));
    }

    void types(String field, String text) {
        WebElement box = browser.findElement(By.id(field));
        box.clear();
        box.sendKeys(text);
    }

    void chooses(String field, String value) {
        new org.openqa.selenium.support.ui.Select(browser.findElement(By.id(field))).selectByValue(value);
    }

    /** Opens what is folded away under these words. */
    void unfolds(String words) {
        browser.findElement(By.xpath("//summary[contains(., '" + words + "')]")).click();
    }

    /** Sends the form in which this field stands. */
    void sendsFormOf(String field) {
        goes(browser.findElement(By.id(field))
                .findElement(By.xpath("ancestor::form"))
                .findElement(By.cssSelector("button[type=submit]")));
    }

    String says(String part) {
        assertThat(browser.findElements(By.cssSelector(part)))
                .as(() -> part + " of " + browser.getCurrentUrl() + ": "
                        + browser.findElement(By.tagName("body")).getText())
                .isNotEmpty();
        return browser.findElement(By.cssSelector(part)).getText();
    }

    /** Without being asked again: the page is live. */
    void comesToSay(String part, String words) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(says(part)).contains(words));
    }

    void comesToSayNoMore(String part, String words) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(says(part)).doesNotContain(words));
    }

    /** The text of the page as a printer would get it. */
    String prints() {
        byte[] pdf =
                Base64.getDecoder().decode(browser.print(new PrintOptions()).getContent());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void speaks(String language) {
        opens("/console");
        browser.findElement(By.cssSelector("details.menu > summary")).click();
        goes(browser.findElement(By.cssSelector("button[name=language][value=" + language + "]")));
    }

    void isWide(int pixels, int high) {
        browser.manage().window().setSize(new Dimension(pixels, high));
    }

    /** By how much the page is wider than the window. */
    long beyond() {
        return (Long) browser.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    void pictures(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, browser.getScreenshotAs(OutputType.BYTES));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    ChromeDriver browser() {
        return browser;
    }

    /** Presses it and waits for the page that comes of it. */
    private void goes(WebElement pressed) {
        WebElement before = browser.findElement(By.tagName("html"));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", pressed);
        pressed.click();
        Awaitility.await().atMost(PATIENCE).until(() -> left(before));
    }

    private static boolean left(WebElement page) {
        try {
            page.isEnabled();
            return false;
        } catch (org.openqa.selenium.StaleElementReferenceException gone) {
            return true;
        }
    }

    @Override
    public void close() {
        browser.quit();
    }
}
