package vn.lienthong.identity.provider;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienthong.identity.client.Asked;
import vn.lienthong.identity.client.Requests;
import vn.lienthong.identity.login.Logins;

/**
 * Before a browser asks for a code: a log-in that was ended elsewhere is forgotten here too, and one that is not sure
 * enough for the service is sent to log in again, once. Who comes back no surer gets the error of {@link Assurance}.
 */
final class BrowserStanding extends OncePerRequestFilter {

    private static final String TRIED = "vn.lienthong.identity.stepped-up-for";

    private final Logins logins;
    private final Assurance assurance;
    private final Doors doors;
    private final Requests requests;
    private final HttpSessionRequestCache waiting = new HttpSessionRequestCache();
    private final SecurityContextLogoutHandler session = new SecurityContextLogoutHandler();

    BrowserStanding(Logins logins, Assurance assurance, Doors doors, Requests requests) {
        this.logins = logins;
        this.assurance = assurance;
        this.doors = doors;
        this.requests = requests;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"/oauth2/authorize".equals(request.getRequestURI()) || !"GET".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication browser = SecurityContextHolder.getContext().getAuthentication();
        if (browser != null && Logins.idOf(browser).isPresent()) {
            if (logins.of(browser).isEmpty()) {
                session.logout(request, response, browser);
            } else if (mustTryAgain(browser, request)) {
                waiting.saveRequest(request, response);
                response.sendRedirect(door(browser, String.valueOf(request.getParameter("client_id"))));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private String door(Authentication browser, String client) {
        String door = doors.of(client);
        return assurance.isOfItsPeople(browser, client) ? door + "?notice=surer" : door;
    }

    private boolean mustTryAgain(Authentication browser, HttpServletRequest request) {
        Asked asked = requests.of(request);
        String wanted = asked.toString();
        boolean suffices = assurance.suffices(browser, String.valueOf(asked.client()), asked);
        boolean tried = wanted.equals(request.getSession().getAttribute(TRIED));
        request.getSession().setAttribute(TRIED, suffices || tried ? null : wanted);
        return !suffices && !tried;
    }
}
