package vn.lienthong.identity.provider;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.IdentitySettings;
import vn.lienthong.identity.upstream.UpwardDeparture;
import vn.lienthong.trust.Seal;

/**
 * Where a browser goes on to once it is back from the log-out above: kept by the browser itself, sealed by us, so that
 * neither the provider nor anybody else can say where, and losing Redis strands nobody.
 */
@Component
public class Onward {

    private static final String COOKIE = "IDPONWARD";
    private static final String MARK = "onward ";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Seal seal;
    private final boolean overTls;
    private final Clock clock;

    Onward(Seal seal, IdentitySettings settings, Clock clock) {
        this.seal = seal;
        this.overTls = settings.overTls();
        this.clock = clock;
    }

    void keep(String address, HttpServletResponse response) {
        String text = MARK + clock.instant().plus(LONGEST).getEpochSecond() + " " + address;
        byte[] sealed = seal.seal(text.getBytes(StandardCharsets.UTF_8));
        put(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), LONGEST, response);
    }

    /** This once. */
    public Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        Optional<String> kept = Arrays.stream(cookies)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst();
        put("", Duration.ZERO, response);
        return kept.flatMap(this::opened);
    }

    private Optional<String> opened(String kept) {
        try {
            String text = new String(seal.open(Base64.getUrlDecoder().decode(kept)), StandardCharsets.UTF_8);
            String[] words = text.split(" ", 3);
            boolean holds = text.startsWith(MARK)
                    && Instant.ofEpochSecond(Long.parseLong(words[1])).isAfter(clock.instant());
            return holds ? Optional.of(words[2]) : Optional.empty();
        } catch (IllegalArgumentException altered) {
            return Optional.empty();
        }
    }

    private void put(String value, Duration age, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path(UpwardDeparture.BACK)
                .maxAge(age)
                .httpOnly(true)
                .secure(overTls)
                .sameSite("Lax");
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
