package vn.lienthong.identity.legacy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.provider.Assurance;

/** Whether the log-in of a browser will do for a portal, or somebody must log in first, more surely, or once more. */
@Component
class Standing {

    private static final String TRIED = "vn.lienthong.identity.legacy.stepped-up-for";
    private static final String ANEW = "vn.lienthong.identity.legacy.not-by";

    private final Logins logins;
    private final Assurance assurance;

    Standing(Logins logins, Assurance assurance) {
        this.logins = logins;
        this.assurance = assurance;
    }

    enum Verdict {
        /** As it is. */
        GOOD,
        /** Good, and made for this very request. */
        GOOD_AND_NEW,
        /** Nobody is logged in, or not lately enough. */
        NOT_IN,
        /** Another log-in is wanted, a surer one. */
        NOT_SURE,
        /** And another one was no surer. */
        NEVER_SURE
    }

    Optional<Login> login(@Nullable Authentication browser) {
        return logins.of(browser);
    }

    Verdict of(@Nullable Authentication browser, ClientTerms client, boolean renew, HttpServletRequest request) {
        Login login = logins.of(browser).orElse(null);
        if (browser == null || login == null) {
            return Verdict.NOT_IN;
        }
        if (!assurance.suffices(browser, client.id(), null)) {
            return tried(client.id(), request) ? Verdict.NEVER_SURE : Verdict.NOT_SURE;
        }
        request.getSession().removeAttribute(TRIED);
        return renew ? renewed(login, request) : Verdict.GOOD;
    }

    private static boolean tried(String client, HttpServletRequest request) {
        boolean tried = client.equals(request.getSession().getAttribute(TRIED));
        request.getSession().setAttribute(TRIED, tried ? null : client);
        return tried;
    }

    /** Who was in before is sent to log in; who comes back with another log-in than that has done so. */
    private static Verdict renewed(Login login, HttpServletRequest request) {
        Object before = request.getSession().getAttribute(ANEW);
        if (before != null && !before.equals(login.id().toString())) {
            request.getSession().removeAttribute(ANEW);
            return Verdict.GOOD_AND_NEW;
        }
        request.getSession().setAttribute(ANEW, login.id().toString());
        return Verdict.NOT_IN;
    }
}
