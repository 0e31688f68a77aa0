package vn.lienthong.identity.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.IdentitySettings;

/** The language of a page: the one asked for, else the one asked for before, else Vietnamese. */
@Component
public class Languages {

    private static final String COOKIE = "IDPLANG";
    private static final Set<String> SPOKEN = Set.of("vi", "en");
    private static final String FIRST = "vi";

    private final boolean overTls;

    Languages(IdentitySettings settings) {
        this.overTls = settings.overTls();
    }

    public String of(HttpServletRequest request, HttpServletResponse response) {
        String asked = request.getParameter("lang");
        if (asked != null && SPOKEN.contains(asked)) {
            var cookie = ResponseCookie.from(COOKIE, asked)
                    .path("/")
                    .maxAge(Duration.ofDays(365))
                    .httpOnly(true)
                    .secure(overTls)
                    .sameSite("Lax");
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
            return asked;
        }
        return before(request);
    }

    static String before(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .filter(SPOKEN::contains)
                .findFirst()
                .orElse(FIRST);
    }
}
