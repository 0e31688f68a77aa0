package vn.lienthong.identity.legacy;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.IdentitySettings;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.client.Clients;
import vn.lienthong.identity.client.LegacyTerms;
import vn.lienthong.identity.client.LegacyTerms.Speech;
import vn.lienthong.identity.login.Logins;

/** What the reverse proxy before a portal asks; it shows the portal's secret with each question. */
@RestController
class ProxyEndpoint {

    static final String COOKIE = "LTPROXY";
    private static final String HEADER = "X-LienThong-Subject";
    private static final int LONGEST_PATH = 2_000;
    private static final String SPENT = "Vé đăng nhập không còn hiệu lực; hãy mở lại trang. "
            + "The log-in ticket is not valid any more; open the page again.";

    private final Clients clients;
    private final TicketDesk tickets;
    private final Vouchers vouchers;
    private final Logins logins;
    private final Assertions assertions;
    private final IdentitySettings settings;
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    ProxyEndpoint(
            Clients clients,
            TicketDesk tickets,
            Vouchers vouchers,
            Logins logins,
            Assertions assertions,
            IdentitySettings settings) {
        this.clients = clients;
        this.tickets = tickets;
        this.vouchers = vouchers;
        this.logins = logins;
        this.assertions = assertions;
        this.settings = settings;
    }

    /** A browser came back with a ticket: it gets a cookie of the portal's own host, through the proxy. */
    @GetMapping("/proxy/session")
    ResponseEntity<String> begin(@RequestParam @Nullable String ticket, HttpServletRequest request) {
        ClientTerms client = asking(request).orElse(null);
        if (client == null) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        URI service = terms(client).services().getFirst();
        if (!(tickets.take(Speech.HEADER, service.toString(), ticket, false) instanceof TicketDesk.Answer.Good good)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN)
                    .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                    .body(SPENT);
        }
        String word = vouchers.draw(Voucher.Kind.SESSION, good.voucher(), settings.sessionIdle());
        var cookie = ResponseCookie.from(COOKIE, word)
                .path("/")
                .httpOnly(true)
                .secure("https".equals(service.getScheme()))
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, "/")
                .cacheControl(CacheControl.noStore())
                .build();
    }

    /** For each request: 200 with the header, 401 for a browser that must log in, 403 for a proxy that is not one. */
    @GetMapping("/proxy/auth")
    ResponseEntity<Void> judge(
            @CookieValue(COOKIE) @Nullable String word,
            @RequestHeader("X-Original-Method") @Nullable String method,
            @RequestHeader("X-Original-Host") @Nullable String host,
            @RequestHeader("X-Original-URI") @Nullable String uri,
            HttpServletRequest request) {
        ClientTerms client = asking(request).orElse(null);
        if (client == null || method == null || host == null || uri == null || uri.length() > LONGEST_PATH) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        var asked = new Assertions.Asked(method, host, uri.replaceFirst("\\?.*", ""));
        return vouchers.look(Voucher.Kind.SESSION, word, settings.sessionIdle())
                .filter(session -> session.client().equals(client.id()))
                .flatMap(session -> logins.find(session.login()).map(login -> assertions.of(session, login, asked)))
                .map(assertion -> ResponseEntity.ok()
                        .header(HEADER, assertion)
                        .cacheControl(CacheControl.noStore())
                        .<Void>build())
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
    }

    private Optional<ClientTerms> asking(HttpServletRequest request) {
        try {
            return Optional.ofNullable(basic.convert(request))
                    .flatMap(shown -> clients.proven(shown.getName(), String.valueOf(shown.getCredentials())))
                    .filter(client -> client.legacy() != null && terms(client).speaks() == Speech.HEADER);
        } catch (AuthenticationException unreadable) {
            return Optional.empty();
        }
    }

    private static LegacyTerms terms(ClientTerms client) {
        return Objects.requireNonNull(client.legacy());
    }
}
