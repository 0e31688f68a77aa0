package vn.lienthong.hub.console.pages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.http.HttpCookie;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.console.session.Targets;

/**
 * Screens with their filters that somebody wants to find again; kept in the browser, for all who
 * share it: no address of the console holds anything of a person.
 *
 * @param all the newest first
 */
record SavedViews(List<View> all) {

    static final String COOKIE = "LTVIEWS";

    private static final int MOST = 8;

    /** Browsers drop a cookie of more than four thousand letters, its name and attributes included. */
    private static final int LONGEST_COOKIE = 3_800;

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_ADDRESS = 300;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A screen under a name of its reader's. */
    record View(String name, String address) {

        boolean sound() {
            return !name.isBlank()
                    && name.length() <= LONGEST_NAME
                    && address.length() <= LONGEST_ADDRESS
                    && Targets.ours(address).equals(address);
        }
    }

    /** Whatever else a browser sends is none. */
    static SavedViews of(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return new SavedViews(List.of());
        }
        try {
            byte[] text = Base64.getUrlDecoder().decode(cookie.getValue());
            return new SavedViews(JSON.readTree(text)
                    .valueStream()
                    .map(view -> new View(
                            view.path("name").asString(""), view.path("address").asString("")))
                    .filter(View::sound)
                    .limit(MOST)
                    .toList());
        } catch (IllegalArgumentException | JacksonException foreign) {
            return new SavedViews(List.of());
        }
    }

    /** With this one first; one of its name gives way, and so does the oldest of too many. */
    SavedViews with(String name, String address) {
        View fresh = new View(name.strip(), address);
        List<View> kept = new ArrayList<>(without(fresh.name()).all());
        if (fresh.sound()) {
            kept.addFirst(fresh);
        }
        SavedViews views = new SavedViews(kept.stream().limit(MOST).toList());
        while (views.cookie().length() > LONGEST_COOKIE) {
            views = new SavedViews(views.all().subList(0, views.all().size() - 1));
        }
        return views;
    }

    SavedViews without(String name) {
        return new SavedViews(
                all.stream().filter(view -> !view.name().equals(name)).toList());
    }

    String cookie() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8));
    }
}
