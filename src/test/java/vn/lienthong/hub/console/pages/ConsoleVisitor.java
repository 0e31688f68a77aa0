package vn.lienthong.hub.console.pages;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

    /** Fills in a form that brings a file. */
    HttpResponse<String> uploads(String page, String path, Map<String, String> fields, String name, byte[] file) {
        Matcher csrf = CSRF.matcher(opens(page).body());
        if (!csrf.find()) {
            throw new AssertionError("no form on " + page);
        }
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", csrf.group(1));
        return uploadsFromAnotherSite(path, form, name, file);
    }

    HttpResponse<String> uploadsFromAnotherSite(String path, Map<String, String> fields, String name, byte[] file) {
        var body = new ByteArrayOutputStream();
        fields.forEach(
                (field, value) -> body.writeBytes("--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(field, value)
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes("--part\r\nContent-Disposition: form-data; name=\"upload\"; filename=\"%s\"\r\n\r\n"
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    HttpResponse<String> submitsFromAnotherSite(String path, Map<String, String> fields) {
        return browser.submits(base + path, fields);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
