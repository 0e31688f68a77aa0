package vn.lienthong.identity.upstream;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.subject.NationalAccount;
import vn.lienthong.identity.subject.Recognition;
import vn.lienthong.identity.subject.Recognition.Recognised;

/**
 * After a log-in above: finds the subject, begins our log-in and goes on to where the browser wanted to. From here on
 * the session knows a subject and a log-in; the claims of the provider are not in it.
 */
@Component
class LoginCompletion implements AuthenticationSuccessHandler {

    private final Upstreams upstreams;
    private final ClaimReader reader;
    private final Recognition recognition;
    private final Logins logins;
    private final Journal journal;
    private final LoginRefusal refusal;
    private final StaffCompletion staff;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final SavedRequestAwareAuthenticationSuccessHandler onward =
            new SavedRequestAwareAuthenticationSuccessHandler();

    LoginCompletion(
            Upstreams upstreams,
            ClaimReader reader,
            Recognition recognition,
            Logins logins,
            Journal journal,
            LoginRefusal refusal,
            StaffCompletion staff,
            Clock clock) {
        this.upstreams = upstreams;
        this.reader = reader;
        this.recognition = recognition;
        this.logins = logins;
        this.journal = journal;
        this.refusal = refusal;
        this.staff = staff;
        this.clock = clock;
        onward.setDefaultTargetUrl("/account");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        try {
            Authentication ours = begin((OAuth2AuthenticationToken) authentication);
            keep(ours, request, response);
            onward.onAuthenticationSuccess(request, response, ours);
        } catch (AuthenticationException refused) {
            keep(null, request, response);
            refusal.onAuthenticationFailure(request, response, refused);
        }
    }

    private Authentication begin(OAuth2AuthenticationToken above) {
        Upstream upstream =
                upstreams.find(above.getAuthorizedClientRegistrationId()).orElseThrow();
        OidcUser said = (OidcUser) above.getPrincipal();
        if (upstream.staff()) {
            return staff.begin(upstream, said);
        }
        NationalAccount account = reader.read(upstream, said);
        if (account.locked()) {
            throw new LockedException(account.provider());
        }
        Recognised who = recognition.recognise(account);
        if (who.locked()) {
            throw new LockedException(who.subject());
        }
        var login = new Login(
                UUID.randomUUID(),
                who.subject(),
                who.account(),
                account.provider(),
                account.level(),
                account.ial(),
                clock.instant());
        Authentication ours = logins.begin(login, StaffCompletion.above(upstream, said));
        journal.record(
                Actor.citizen(who.subject()),
                "logged-in",
                login.id().toString(),
                Map.of("provider", login.provider(), "acr", String.valueOf(login.acr())));
        return ours;
    }

    private void keep(
            @org.jspecify.annotations.Nullable Authentication ours,
            HttpServletRequest request,
            HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(ours);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
