package vn.lienthong.identity;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** A citizen at a browser, who logs in with an account of the stand-in. */
final class Citizen {

    static final String DVCQG = "stand-in-dvcqg";
    static final String VNEID = "stand-in-vneid";

    final Browser browser = new Browser();
    private final RunningIdentity identity;

    Citizen(RunningIdentity identity) {
        this.identity = identity;
    }

    /** From a portal's door to wherever that ends: back at the portal, the consent page, or the log-in page again. */
    HttpResponse<String> goesTo(URI door, String provider, String account) {
        HttpResponse<String> first = browser.opens(door);
        if (!location(first).endsWith("/login")) {
            return first;
        }
        return follow(logsIn(provider, account));
    }

    /** At the provider and back: our answer to what the provider sent. */
    HttpResponse<String> logsIn(String provider, String account) {
        return browser.opens(callback(provider, account));
    }

    /** The address at which the provider sends the browser back to us. */
    URI callback(String provider, String account) {
        String above = location(browser.opens(identity.issuer() + "/oauth2/authorization/" + provider));
        Map<String, String> form = new HashMap<>(TrialPortal.parameters(above));
        form.put("account", account);
        String login = above.replaceFirst("/authorize\\?.*", "/login");
        return URI.create(location(browser.submits(login, form)));
    }

    /** Goes where identity sends it, as long as that is identity itself. */
    HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> now = answer;
        while (now.statusCode() / 100 == 3 && here(location(now))) {
            now = browser.opens(identity.issuer().resolve(location(now)));
        }
        return now;
    }

    private boolean here(String address) {
        return address.startsWith("/") || address.startsWith(identity.issuer() + "/");
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
