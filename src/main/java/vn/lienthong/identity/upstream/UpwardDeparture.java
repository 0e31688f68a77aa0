package vn.lienthong.identity.upstream;

import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.identity.IdentitySettings;
import vn.lienthong.identity.login.Above;
import vn.lienthong.identity.upstream.Upstream.LogoutHint;

/**
 * Where a browser that logged out here also logs out above (OpenID Connect RP-Initiated Logout 1.0). It comes back to one
 * address of ours, whatever it is to do afterwards.
 */
@Component
public class UpwardDeparture {

    /** Where providers send a browser back to; it is what is registered with them. */
    public static final String BACK = "/logged-out/above";

    private static final Logger log = LoggerFactory.getLogger(UpwardDeparture.class);

    private final Upstreams upstreams;
    private final String back;
    private final RestClient calls = UpstreamCalls.client().build();

    UpwardDeparture(Upstreams upstreams, IdentitySettings settings) {
        this.upstreams = upstreams;
        this.back = settings.issuer() + BACK;
    }

    /** Empty when the provider has no such address, or is away: nobody is sent to a page that does not open. */
    public Optional<URI> address(Above above) {
        return upstreams
                .find(above.provider())
                .filter(upstream -> upstream.logout() != null && answers(upstream))
                .map(upstream -> address(upstream, above));
    }

    private URI address(Upstream upstream, Above above) {
        var address = UriComponentsBuilder.fromUriString(String.valueOf(upstream.logout()));
        String hint = above.idToken();
        if (upstream.logoutHint() == LogoutHint.CLIENT_ID) {
            address.queryParam("client_id", "{hint}");
            hint = String.valueOf(upstreams.clientId(upstream.id()));
        } else {
            address.queryParam("id_token_hint", "{hint}");
        }
        return address.queryParam("post_logout_redirect_uri", "{back}")
                .encode()
                .buildAndExpand(hint, back)
                .toUri();
    }

    private boolean answers(Upstream upstream) {
        try {
            return calls.head()
                    .uri(String.valueOf(upstream.logout()))
                    .exchange((request, answer) -> !answer.getStatusCode().is5xxServerError());
        } catch (RestClientException away) {
            log.warn("{} does not answer: the log-out is not passed on", upstream.id());
            return false;
        }
    }
}
