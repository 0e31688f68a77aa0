package vn.lienthong.identity.provider;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.client.Asked;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.client.Clients;
import vn.lienthong.identity.login.AssuranceLevels;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.login.StaffRegister;

/**
 * Holds a log-in against the least assurance that the client's terms or the request ask for. Who is not sure enough was
 * sent to log in again before; who still is not gets the error of RFC 9470.
 */
@Component
public class Assurance implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    static final String UNMET = "unmet_authentication_requirements";

    private final Logins logins;
    private final Clients clients;
    private final AssuranceLevels levels;

    Assurance(Logins logins, Clients clients, AssuranceLevels levels) {
        this.logins = logins;
        this.clients = clients;
        this.levels = levels;
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        Authentication browser = (Authentication) request.getPrincipal();
        var asked = new Asked(request.getClientId(), text(request, "acr_values"), text(request, "procedure"));
        if (Logins.idOf(browser).isPresent() && !suffices(browser, request.getClientId(), asked)) {
            var error = new OAuth2Error(UNMET, "The log-in is not sure enough for this service", null);
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(error, request);
        }
    }

    /** Whether the log-in of this browser is of the client's people, and as sure as client and request want it. */
    public boolean suffices(Authentication browser, String client, @Nullable String asked) {
        return suffices(browser, client, new Asked(client, asked, null));
    }

    /** The same, and as sure as the procedure demands. */
    boolean suffices(Authentication browser, String client, Asked asked) {
        Optional<String> least = clients.terms(client).map(ClientTerms::acr);
        String reached = logins.of(browser).map(Login::acr).orElse(null);
        if (!isOfItsPeople(browser, client)) {
            return false;
        }
        return Stream.of(least, levels.of(asked.procedure()))
                        .flatMap(Optional::stream)
                        .allMatch(level -> levels.reaches(reached, level))
                && (asked.acr() == null || levels.reachesAny(reached, asked.acr()));
    }

    private static @Nullable String text(OAuth2AuthorizationCodeRequestAuthenticationToken request, String parameter) {
        Object said = request.getAdditionalParameters().get(parameter);
        return said == null ? null : said.toString();
    }

    /** Whether the log-in of this browser is in the realm of the client's people. */
    boolean isOfItsPeople(Authentication browser, String client) {
        boolean staff = logins.of(browser)
                .map(Login::provider)
                .filter(StaffRegister.PROVIDER::equals)
                .isPresent();
        return staff == clients.terms(client).map(ClientTerms::isForStaff).orElse(false);
    }
}
