package vn.lienthong.hub.console.session;

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import vn.lienthong.infra.HubHome;
import vn.lienthong.trust.Seal;

/** Cookies that only this province's nodes can read or make; a browser that alters one has none. */
@Component
class SealedCookies {

    static final String PATH = "/console";

    private static final Logger log = LoggerFactory.getLogger(SealedCookies.class);

    /** Browsers drop larger ones without a word. */
    private static final int LARGEST = 4000;

    private final Seal seal;
    private final boolean overTls;

    SealedCookies(Seal seal, ConsoleSettings settings, HubHome home) {
        this.seal = seal;
        this.overTls = settings.overTls(home.mode());
    }

    Optional<byte[]> read(ServerWebExchange exchange, String name) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(seal.open(Base64.getUrlDecoder().decode(cookie.getValue())));
        } catch (IllegalArgumentException altered) {
            return Optional.empty();
        }
    }

    /** Gone with the browser; what is in it says itself how long it holds. */
    boolean write(ServerWebExchange exchange, String name, byte[] plain) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(plain));
        if (value.length() > LARGEST) {
            log.warn("Cookie {} would have {} characters, more than a browser keeps", name, value.length());
            return false;
        }
        exchange.getResponse().addCookie(cookie(name, value).build());
        return true;
    }

    void clear(ServerWebExchange exchange, String name) {
        exchange.getResponse().addCookie(cookie(name, "").maxAge(Duration.ZERO).build());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .path(PATH)
                .httpOnly(true)
                .secure(overTls)
                .sameSite("Lax");
    }
}
