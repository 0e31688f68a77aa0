package vn.lienthong.identity.pace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.client.Clients;

/**
 * Holds clients to their calls a minute at the end points where they prove themselves. After the proof, so that nobody
 * can use up another's calls. Not a bean: Boot would put it before every page.
 */
final class ClientPace extends OncePerRequestFilter {

    private final Tally tally;
    private final Clients clients;
    private final Denials denials;
    private final int usual;

    ClientPace(Tally tally, Clients clients, Denials denials, PaceSettings settings) {
        this.tally = tally;
        this.clients = clients;
        this.denials = denials;
        this.usual = settings.perClient();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = Optional.empty();
        if (SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2ClientAuthenticationToken client
                && client.isAuthenticated()) {
            wait = over(Objects.requireNonNull(client.getRegisteredClient()).getClientId());
        }
        if (wait.isPresent()) {
            TooMany.tellProgram(response, wait.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Duration> over(String client) {
        int most = clients.terms(client).map(ClientTerms::callsPerMinute).orElse(usual);
        Optional<Duration> wait = tally.over("client:" + client, most);
        wait.ifPresent(any -> denials.record("too-many-calls", client, Map.of("error", "too_many_calls")));
        return wait;
    }
}
