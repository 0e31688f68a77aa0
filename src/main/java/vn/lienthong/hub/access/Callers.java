package vn.lienthong.hub.access;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import vn.lienthong.hub.access.certificates.CertificateRing;
import vn.lienthong.hub.access.certificates.PresentedCertificate;
import vn.lienthong.hub.access.tokens.Token;
import vn.lienthong.hub.access.tokens.Tokens;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.agency.Resolution;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.time.VietnamTime;
import vn.lienthong.trust.Thumbprint;

/** Tells who a request comes from by the key or the token it carries. */
@Component
class Callers {

    static final String KEY_HEADER = "X-Api-Key";
    static final ProblemException UNKNOWN_KEY =
            new ProblemException(HttpStatus.UNAUTHORIZED, "unauthorised", "A valid API key or access token is needed");
    static final ProblemException FORBIDDEN =
            new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "This key does not open this page");

    private static final String OWN_DOSSIERS = "own.dossiers";
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final KeyRing ring;
    private final LocalAdmin admin;
    private final Tokens tokens;
    private final CertificateRing certificates;
    private final Agencies agencies;
    private final RefusedProofs refusals;
    private final Clock clock;

    Callers(
            KeyRing ring,
            LocalAdmin admin,
            Tokens tokens,
            CertificateRing certificates,
            Agencies agencies,
            RefusedProofs refusals,
            Clock clock) {
        this.refusals = refusals;
        this.certificates = certificates;
        this.ring = ring;
        this.admin = admin;
        this.tokens = tokens;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** The key as presented, null when there is none; an unreadable {@code Authorization} is a key that opens nothing. */
    static @Nullable String presented(ServerHttpRequest request) {
        String key = request.getHeaders().getFirst(KEY_HEADER);
        if (key != null) {
            return key;
        }
        String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return null;
        }
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : "";
    }

    /** As {@link #presented}, or the password of HTTP Basic; the user's name beside it says nothing. */
    static @Nullable String presentedOrBasic(ServerHttpRequest request) {
        String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return presented(request);
        }
        try {
            byte[] said = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String both = new String(said, StandardCharsets.UTF_8);
            return both.substring(both.indexOf(':') + 1);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    /** A key or token counts before the certificate, which then only has to be the one a token is bound to. */
    Optional<Caller> recognise(@Nullable String presented, ServerWebExchange exchange) {
        Optional<X509Certificate> shown = PresentedCertificate.of(exchange);
        if (presented == null) {
            return shown.flatMap(certificates::holder).map(Caller::new);
        }
        Optional<Caller> caller = ring.holder(presented)
                .or(() -> admin.recognise(presented, exchange.getRequest()))
                .or(() -> tokens.read(presented)
                        .filter(token -> isWhereItIsBound(token, shown))
                        .filter(this::stillStands)
                        .map(Callers::caller));
        if (caller.isEmpty()) {
            refusals.refused(presented);
        }
        return caller;
    }

    private static boolean isWhereItIsBound(Token token, Optional<X509Certificate> shown) {
        return token.bound().isEmpty()
                || shown.map(Thumbprint::inTokens).filter(token.bound()::equals).isPresent();
    }

    /** Rights that somebody has as staff of an agency end with the agency. */
    private boolean stillStands(Token token) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), VietnamTime.ZONE);
        return token.agency().isEmpty()
                || token.role() == Role.SENDER
                || agencies.resolve(token.agency(), null, today) instanceof Resolution.Found;
    }

    private static Caller caller(Token token) {
        return token.delegation() == null ? own(token) : delegated(token, token.delegation());
    }

    /** The system does it, as far as the citizen agreed; a citizen reaches their own dossiers and nothing else. */
    private static Caller delegated(Token token, Token.Delegation delegation) {
        Set<String> scopes = token.scopes().contains(OWN_DOSSIERS) ? Set.of("dossier.read") : Set.of();
        return new Caller(
                new Actor(delegation.actor(), token.role()),
                new Reach(scopes, Set.of()),
                "",
                token.agency(),
                new Caller.Citizen(token.principal(), delegation.owner(), delegation.acr()));
    }

    private static Caller own(Token token) {
        return new Caller(
                new Actor(token.principal(), token.role()),
                new Reach(token.scopes(), token.procedures()),
                token.department(),
                token.agency(),
                null);
    }

    /** What a token that is too narrow is told (RFC 6750, section 3.1). */
    static ProblemException beyond(ServerHttpRequest request) {
        return new ProblemException(
                HttpStatus.FORBIDDEN, "insufficient-scope", "This token lacks the scope " + Reach.wanted(request));
    }
}
