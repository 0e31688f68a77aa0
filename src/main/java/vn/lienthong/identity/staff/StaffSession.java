package vn.lienthong.identity.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.staff.StaffEntry.Pending;

/** The browser's session through a log-in: a new id with every proof, so that a session planted before is worth nothing. */
@Component
class StaffSession {

    private static final String PENDING = "vn.lienthong.identity.staff.pending";
    private static final String ACCOUNT = "/account";

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionCsrfTokenRepository forms = new HttpSessionCsrfTokenRepository();
    private final HttpSessionRequestCache waiting = new HttpSessionRequestCache();

    Optional<Pending> pending(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((Pending) session.getAttribute(PENDING));
    }

    /** Whoever was in this browser before is out of it. */
    void wait(Pending pending, HttpServletRequest request, HttpServletResponse response) {
        keep(SecurityContextHolder.createEmptyContext(), request, response);
        renew(request, response);
        request.getSession().setAttribute(PENDING, pending);
    }

    void enter(Authentication browser, HttpServletRequest request, HttpServletResponse response) {
        renew(request, response);
        request.getSession().removeAttribute(PENDING);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(browser);
        keep(context, request, response);
    }

    void leave(HttpServletRequest request, HttpServletResponse response) {
        keep(SecurityContextHolder.createEmptyContext(), request, response);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Where the browser wanted to when it was sent to log in. */
    String onward(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest wanted = waiting.getRequest(request, response);
        return wanted == null ? ACCOUNT : wanted.getRedirectUrl();
    }

    private void renew(HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId();
        forms.saveToken(null, request, response);
    }

    private void keep(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
