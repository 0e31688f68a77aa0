package vn.lienthong;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium with one page open: what it shows is read as people see it, judged by axe and kept as pictures. */
public final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int HIGH = 900;
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Page page;
    private String asked = "";

    /** With a window so many pixels wide, as someone in Vietnam has it. */
    public Chromium(int wide) {
        page = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox")))
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(wide, HIGH)
                        .setLocale("vi-VN")
                        .setTimezoneId("Asia/Ho_Chi_Minh"))
                .newPage();
        page.onRequest(request -> asked = request.isNavigationRequest() ? request.url() : asked);
    }

    public Page page() {
        return page;
    }

    public void opens(String address) {
        page.navigate(address);
    }

    /** Where it is, or wanted to go when nobody answers there. */
    public String address() {
        return page.url().startsWith("chrome-error:") ? asked : page.url();
    }

    /** The text of the first such part, once it is there. */
    public String says(String part) {
        return page.locator(part).first().innerText();
    }

    /** Presses it with the Enter key, as somebody without a mouse does, and waits for the page that comes of it. */
    public void enters(String part) {
        goes(page.locator(part).first(), "Enter");
    }

    /** Follows a link by what it says. */
    public void follows(String words) {
        enters("a:visible:has-text(\"" + words + "\")");
    }

    /** Presses a key at this element and waits until another page is there. */
    private void goes(Locator pressed, String key) {
        page.evaluate("() => { window.isBefore = true }");
        pressed.press(key);
        page.waitForFunction("() => !window.isBefore && document.readyState === 'complete'");
    }

    public void isWide(int pixels) {
        page.setViewportSize(pixels, HIGH);
    }

    /** By how much the page is wider than the window. */
    public int beyond() {
        return (Integer)
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** WCAG 2.2 AA and good practice, and a picture to look at. */
    public void looksRight(String name) {
        pictures(PICTURES.resolve(name + ".png"));
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .as(name)
                .isEmpty();
    }

    public void pictures(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
