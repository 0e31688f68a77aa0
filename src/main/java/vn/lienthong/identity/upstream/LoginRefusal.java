package vn.lienthong.identity.upstream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.pace.Denials;

/** A log-in that came to nothing: the audit gets the reason, the citizen one of a few sentences, nobody a claim. */
@Component
class LoginRefusal implements AuthenticationFailureHandler {

    private static final Set<String> CITIZENS_OWN = Set.of("access_denied");
    private static final int LONGEST = 80;

    private final Denials denials;
    private final Upstreams upstreams;

    LoginRefusal(Denials denials, Upstreams upstreams) {
        this.denials = denials;
        this.upstreams = upstreams;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        String provider = request.getRequestURI().replaceFirst(".*/", "");
        denials.record("log-in-refused", plain(provider), Map.of("error", plain(code)));
        boolean staff = upstreams.find(provider).map(Upstream::staff).orElse(false);
        response.sendRedirect(staff ? "/staff/login?notice=failed" : "/login?notice=" + notice(failure, code));
    }

    private static String notice(AuthenticationException failure, String code) {
        if (failure instanceof LockedException) {
            return "locked";
        }
        return CITIZENS_OWN.contains(code) ? "cancelled" : "failed";
    }

    /** Error codes come from outside. */
    private static String plain(String text) {
        String safe = text.replaceAll("[^A-Za-z0-9_.-]", "?");
        return safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
    }
}
