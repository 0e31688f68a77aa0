package vn.lienthong.hub.console.session;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The end of a visit: its cookie goes, its tokens are given back, the provider ends the log-in itself. */
@Component
public class Departures {

    private final Visits visits;
    private final Renewals renewals;
    private final ConsoleSettings settings;

    Departures(Visits visits, Renewals renewals, ConsoleSettings settings) {
        this.visits = visits;
        this.renewals = renewals;
        this.settings = settings;
    }

    /** Where the browser goes then. */
    public Mono<String> leave(ServerWebExchange exchange) {
        visits.end(exchange);
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(Authentication::getPrincipal)
                .cast(Visit.class)
                .flatMap(visit -> renewals.revoke(visit).thenReturn(next(visit.hint())))
                .defaultIfEmpty(next(null));
    }

    private String next(@Nullable String hint) {
        String here = "/console/log-in?problem=left";
        return hint == null
                ? here
                : UriComponentsBuilder.fromUriString(settings.issuer() + "/connect/logout")
                        .queryParam("id_token_hint", hint)
                        .queryParam("client_id", settings.client())
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(settings.address() + here)
                        .toUriString();
    }
}
