package vn.lienthong.identity;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;

/** A member of staff at a browser with an authenticator in the other hand, which counts by itself. */
public final class Officer {

    public static final String ADMIN = "the-administrators-token";
    static final String PASSWORD = "mưa rào tháng bảy trên sông";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");

    public final Browser browser = new Browser();
    final String name;
    private final RunningIdentity identity;
    private final TrialPortal console;
    private String secret = "";
    private long step;

    public Officer(RunningIdentity identity, String name) {
        this.identity = identity;
        this.name = name;
        this.console = new TrialPortal(identity, "demo-console");
    }

    /** Created by an administrator with what else the form says; the code for a password. */
    public String isCreated(String role, String more) {
        return administrator(
                        "",
                        "{\"name\":\"%s\",\"displayName\":\"Cán bộ %s\",\"role\":\"%s\",%s\"reason\":\"letter 12\"}"
                                .formatted(name, name, role, more))
                .is(201)
                .at("code");
    }

    public TrialPortal.Answer administrator(String path, String json) {
        return console.posts("/api/v1/identity/staff" + path, ADMIN, json);
    }

    /** With a password, not yet with a second factor. */
    public Officer ready(String role, String more) {
        HttpResponse<String> set = sets(isCreated(role, more), PASSWORD);
        if (set.statusCode() != 303) {
            throw new AssertionError(set.body());
        }
        return this;
    }

    public HttpResponse<String> sets(String code, String password) {
        return fills("/staff/invitation", Map.of("name", name, "code", code, "fresh", password, "again", password));
    }

    public HttpResponse<String> types(String password) {
        return fills("/staff/login", Map.of("name", name, "password", password));
    }

    /** With whatever the page asks for, up to where the browser is sent then. */
    public HttpResponse<String> logsIn() {
        HttpResponse<String> next = types(PASSWORD);
        String to = Citizen.location(next);
        if (to.endsWith("/staff/factor")) {
            return enrols();
        }
        return to.endsWith("/staff/code") ? fills("/staff/code", Map.of("code", code())) : next;
    }

    /** The page with the recovery codes. */
    HttpResponse<String> enrols() {
        holds(found(SECRET, opens("/staff/factor").body()));
        return fills("/staff/factor", Map.of("code", code()));
    }

    /** The authenticator has this key from now on. */
    void holds(String key) {
        secret = key.replace(" ", "");
    }

    /** A code not used before: three of them follow at once, as the clock may be a step off either way. */
    String code() {
        long oldest = Math.floorDiv(Instant.now().getEpochSecond() + 2, 30) - 1;
        step = Math.max(step + 1, oldest);
        return code(step);
    }

    String code(long at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(at).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    long lastStep() {
        return step;
    }

    public HttpResponse<String> opens(String path) {
        return browser.opens(identity.issuer() + path);
    }

    HttpResponse<String> fills(String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", found(CSRF, opens(path).body()));
        return browser.submits(identity.issuer() + path, form);
    }

    /** Where the console sends a browser. */
    URI door(String scope) {
        return console.door(scope);
    }

    /** From the console's door over the log-in back to it, and what it gets for the code. */
    public TrialPortal.Answer tokens(String scope) {
        HttpResponse<String> answer = browser.opens(door(scope));
        if (Citizen.location(answer).endsWith("/staff/login")) {
            HttpResponse<String> in = logsIn();
            if (in.statusCode() == 422) {
                throw new AssertionError(in.body());
            }
            answer = browser.opens(identity.issuer().resolve(Citizen.location(opens("/staff/onward"))));
        }
        return exchanges(TrialPortal.broughtBack(answer).get("code"));
    }

    TrialPortal.Answer exchanges(@Nullable String code) {
        return console.exchanges(code);
    }

    TrialPortal.Answer refreshes(TrialPortal.Answer before) {
        return console.asks(
                "/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", before.at("refresh_token")));
    }

    static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }
}
