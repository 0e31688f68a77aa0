package vn.lienthong.hub.console.session;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;

/** The page somebody wanted before the log-in; one of ours or the first one, never another host. */
@Component
public class Targets {

    private static final String COOKIE = "LTTARGET";
    private static final String HOME = "/console";
    private static final Pattern OURS = Pattern.compile("/console(/[A-Za-z0-9._~%/-]*)?(\\?[A-Za-z0-9._~%&=+:,-]*)?");

    private final SealedCookies cookies;

    Targets(SealedCookies cookies) {
        this.cookies = cookies;
    }

    /** The log-in page, where {@code to} is remembered. */
    static String logInFor(ServerWebExchange exchange) {
        String query = exchange.getRequest().getURI().getRawQuery();
        String wanted = exchange.getRequest().getPath().value() + (query == null ? "" : "?" + query);
        return "/console/log-in?to=" + UriUtils.encode(wanted, StandardCharsets.UTF_8);
    }

    public void remember(ServerWebExchange exchange, String target) {
        cookies.write(exchange, COOKIE, ours(target).getBytes(StandardCharsets.UTF_8));
    }

    public String taken(ServerWebExchange exchange) {
        String target = cookies.read(exchange, COOKIE)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(HOME);
        cookies.clear(exchange, COOKIE);
        return ours(target);
    }

    public static String ours(String target) {
        return OURS.matcher(target).matches() && !target.contains("//") && !target.startsWith("/console/log-")
                ? target
                : HOME;
    }
}
