package vn.lienthong.hub.console.pages;

import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * How somebody wants to read the console; kept in the browser.
 *
 * @param theme {@code auto}, {@code light} or {@code dark}
 */
record Choices(Locale language, String theme) {

    static final String LANGUAGE = "LTLANGUAGE";
    static final String THEME = "LTTHEME";
    static final Set<String> THEMES = Set.of("auto", "light", "dark");

    static Choices of(ServerWebExchange exchange) {
        String theme = cookie(exchange, THEME);
        return new Choices(
                "en".equals(cookie(exchange, LANGUAGE)) ? Locale.ENGLISH : Words.VIETNAMESE,
                THEMES.contains(theme) ? theme : "auto");
    }

    private static String cookie(ServerWebExchange exchange, String name) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name);
        return cookie == null ? "" : cookie.getValue();
    }
}
