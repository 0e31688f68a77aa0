package vn.lienthong.identity.legacy;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private static final String ANEW = "vn.lienthong.identity.legacy.anew-for";

    /** A log-in is new for so long; after that somebody else may sit at the browser. */
    private static final Duration NEW = Duration.ofMinutes(5);

    private final Logins logins;
    private final Assurance assurance;
    private final Clock clock;

    Standing(Logins logins, Assurance assurance, Clock clock) {
        this.logins = logins;
        this.assurance = assurance;
        this.clock = clock;
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

    /** Since when this service wants a log-in that is made for it; lies in the session. */
    private record Wanted(String service, Instant since) implements Serializable {}

    Verdict of(
            @Nullable Authentication browser,
            ClientTerms client,
            String service,
            boolean renew,
            HttpServletRequest request) {
        Login login = logins.of(browser).orElse(null);
        boolean anew = login != null && isNewFor(service, login, request);
        if (renew && !anew) {
            request.getSession().setAttribute(ANEW, new Wanted(service, clock.instant()));
        }
        if (browser == null || login == null) {
            return Verdict.NOT_IN;
        }
        if (!assurance.suffices(browser, client.id(), null)) {
            return tried(client.id(), request) ? Verdict.NEVER_SURE : Verdict.NOT_SURE;
        }
        request.getSession().removeAttribute(TRIED);
        return anew ? Verdict.GOOD_AND_NEW : renew ? Verdict.NOT_IN : Verdict.GOOD;
    }

    /** Once there is a ticket, the next one that wants a new log-in wants another. */
    void served(HttpServletRequest request) {
        request.getSession().removeAttribute(ANEW);
    }

    private boolean isNewFor(String service, Login login, HttpServletRequest request) {
        return request.getSession().getAttribute(ANEW) instanceof Wanted wanted
                && wanted.service().equals(service)
                && login.at().isAfter(wanted.since())
                && login.at().plus(NEW).isAfter(clock.instant());
    }

    private static boolean tried(String client, HttpServletRequest request) {
        boolean tried = client.equals(request.getSession().getAttribute(TRIED));
        request.getSession().setAttribute(TRIED, tried ? null : client);
        return tried;
    }
}
