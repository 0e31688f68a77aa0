package vn.lienthong.hub.console.pages;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.identity.Browser;

/** Somebody with a browser at the console of a hub, without JavaScript. */
final class ConsoleVisitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    final Browser browser = new Browser();
    private final String base;

    ConsoleVisitor(RunningHub hub) {
        this.base = "http://127.0.0.1:" + hub.port();
    }

    /** In with the key of this principal. */
    static ConsoleVisitor withKeyOf(RunningHub hub, String principal) {
        return withProof(hub, hub.as(principal).key());
    }

    /** In with a key, or a token in its place. */
    static ConsoleVisitor withProof(RunningHub hub, String proof) {
        var visitor = new ConsoleVisitor(hub);
        HttpResponse<String> answer = visitor.submits("/console/log-in", "/console/log-in/key", Map.of("key", proof));
        if (answer.statusCode() != 303) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return visitor;
    }

    HttpResponse<String> opens(String path) {
        return browser.opens(base + path);
    }

    /** Fills in a form that stands on {@code page}. */
    HttpResponse<String> submits(String page, String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        Matcher csrf = CSRF.matcher(opens(page).body());
        if (!csrf.find()) {
            throw new AssertionError("no form on " + page);
        }
        form.put("_csrf", csrf.group(1));
        return browser.submits(base + path, form);
    }

    HttpResponse<String> submitsFromAnotherSite(String path, Map<String, String> fields) {
        return browser.submits(base + path, fields);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
