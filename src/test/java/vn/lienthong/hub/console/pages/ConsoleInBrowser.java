package vn.lienthong.hub.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import vn.lienthong.Chromium;

/** An operator at the console with a real browser: sees what the pages say, presses what they name. */
final class ConsoleInBrowser implements AutoCloseable {

    private static final ContainsTextOptions PATIENTLY =
            new ContainsTextOptions().setUseInnerText(true).setTimeout(100_000);

    private final String hub;
    private final Chromium chromium = new Chromium(1280);

    ConsoleInBrowser(int port) {
        this.hub = "http://127.0.0.1:" + port;
    }

    ConsoleInBrowser logsIn(String key) {
        opens("/console/log-in");
        types("key", key);
        sendsFormOf("key");
        Assertions.assertThat(chromium.address())
                .as(() -> chromium.says("body"))
                .doesNotContain("log-in");
        return this;
    }

    Chromium chromium() {
        return chromium;
    }

    void opens(String path) {
        chromium.opens(path.startsWith("http") ? path : hub + path);
    }

    /** Follows a link by what it says. */
    void follows(String words) {
        chromium.follows(words);
    }

    /** Follows the first link in that part of the page. */
    void followsIn(String part, String words) {
        chromium.enters(part + " a:has-text(\"" + words + "\")");
    }

    /** Where a link leads that says so. */
    String linkTo(String words) {
        return address("a:has-text(\"" + words + "\")");
    }

    /** Where the first such link leads. */
    String address(String link) {
        return (String) part(link).evaluate("a => a.href");
    }

    boolean has(String part) {
        return chromium.page().locator(part).count() > 0;
    }

    void types(String field, String text) {
        part("#" + field).fill(text);
    }

    void chooses(String field, String value) {
        part("#" + field).selectOption(value);
    }

    /** Opens what is folded away under these words. */
    void unfolds(String words) {
        part("summary:has-text(\"" + words + "\")").click();
    }

    /** Sends the form in which this field stands. */
    void sendsFormOf(String field) {
        chromium.enters("form:has(#" + field + ") button[type=submit]");
    }

    String says(String part) {
        return chromium.says(part);
    }

    /** Without being asked again: the page is live. */
    void comesToSay(String part, String words) {
        assertThat(part(part)).containsText(words, PATIENTLY);
    }

    void comesToSayNoMore(String part, String words) {
        assertThat(part(part)).not().containsText(words, PATIENTLY);
    }

    /** The text of the page as a printer would get it. */
    String prints() {
        try (PDDocument document = Loader.loadPDF(chromium.page().pdf())) {
            return new PDFTextStripper().getText(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void speaks(String language) {
        opens("/console");
        part("details.menu > summary").click();
        chromium.enters("button[name=language][value=" + language + "]");
        assertThat(part("html")).hasAttribute("lang", language);
    }

    private Locator part(String part) {
        return chromium.page().locator(part).first();
    }

    @Override
    public void close() {
        chromium.close();
    }
}
