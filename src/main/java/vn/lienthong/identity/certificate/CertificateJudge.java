package vn.lienthong.identity.certificate;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import javax.security.auth.x500.X500Principal;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.X509ClientCertificateAuthenticationProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.client.ClientTerms.Certificate;
import vn.lienthong.identity.client.Clients;
import vn.lienthong.trust.Thumbprint;

/**
 * Whether the certificate that a client showed is one of its own at this moment: by its thumbprint, whoever issued it,
 * or by its subject when an authority of ours did. Several may hold at once: that is how one is replaced.
 */
@Component
public class CertificateJudge implements Consumer<OAuth2ClientAuthenticationContext> {

    private final Clients clients;
    private final ClientAuthorities authorities;
    private final Clock clock;

    CertificateJudge(Clients clients, ClientAuthorities authorities, Clock clock) {
        this.clients = clients;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** The library's own judge would fetch keys from an address of the client's. */
    public void replaceIn(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof X509ClientCertificateAuthenticationProvider certificates) {
                certificates.setCertificateVerifier(this);
            }
        }
    }

    @Override
    public void accept(OAuth2ClientAuthenticationContext context) {
        OAuth2ClientAuthenticationToken client = context.getAuthentication();
        var chain = (X509Certificate[]) client.getCredentials();
        List<Certificate> own = clients.terms(String.valueOf(client.getPrincipal()))
                .map(ClientTerms::certificates)
                .orElse(List.of());
        Instant now = clock.instant();
        boolean proven = chain != null
                && holds(chain[0], now)
                && own.stream().anyMatch(one -> one.holdsAt(now) && fits(one, chain, now));
        if (!proven) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, "Client authentication failed", null));
        }
    }

    private static boolean holds(X509Certificate certificate, Instant now) {
        Date today = Date.from(now);
        return !today.before(certificate.getNotBefore()) && !today.after(certificate.getNotAfter());
    }

    private boolean fits(Certificate own, X509Certificate[] chain, Instant now) {
        if (own.thumbprint() != null) {
            return Thumbprint.parse(own.thumbprint())
                    .filter(Thumbprint.of(chain[0])::equals)
                    .isPresent();
        }
        return own.subject() != null
                && new X500Principal(own.subject()).equals(chain[0].getSubjectX500Principal())
                && authorities.issued(chain, now);
    }
}
