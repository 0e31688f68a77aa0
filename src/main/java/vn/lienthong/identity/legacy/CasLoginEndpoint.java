package vn.lienthong.identity.legacy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.client.Clients;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.provider.Doors;

/** Where a browser comes with the name of a service, and goes back to it with a ticket. */
@RestController
class CasLoginEndpoint {

    private final Clients clients;
    private final Standing standing;
    private final Doors doors;
    private final Agreements agreements;
    private final TicketDesk tickets;
    private final LegacyPages pages;
    private final HttpSessionRequestCache waiting = new HttpSessionRequestCache();

    CasLoginEndpoint(
            Clients clients,
            Standing standing,
            Doors doors,
            Agreements agreements,
            TicketDesk tickets,
            LegacyPages pages) {
        this.clients = clients;
        this.standing = standing;
        this.doors = doors;
        this.agreements = agreements;
        this.tickets = tickets;
        this.pages = pages;
    }

    @GetMapping("/cas/login")
    ResponseEntity<byte[]> login(
            @RequestParam @Nullable String service,
            @RequestParam(defaultValue = "false") boolean renew,
            @RequestParam(defaultValue = "false") boolean gateway,
            @Nullable Authentication browser,
            CsrfToken form,
            HttpServletRequest request,
            HttpServletResponse response) {
        ClientTerms client = clients.ofService(service).orElse(null);
        if (client == null || service == null) {
            tickets.refuse("login", "INVALID_SERVICE");
            return pages.error("invalid_request", request, response);
        }
        Standing.Verdict verdict = standing.of(browser, client, service, renew, request);
        return switch (verdict) {
            case NOT_IN -> gateway && !renew ? go(service) : toLogIn(client, "", request, response);
            case NOT_SURE -> toLogIn(client, "?notice=surer", request, response);
            case NEVER_SURE -> pages.error("not_sure", request, response);
            case GOOD, GOOD_AND_NEW ->
                enter(client, service, who(browser), verdict == Standing.Verdict.GOOD_AND_NEW, form, request, response);
        };
    }

    /** The field is called as that of the protocol's own page, which is the same page. */
    @PostMapping("/cas/consent")
    ResponseEntity<byte[]> agree(
            @RequestParam("state") String service,
            @RequestParam(name = "scope", defaultValue = "") List<String> scopes,
            @Nullable Authentication browser,
            HttpServletRequest request,
            HttpServletResponse response) {
        ClientTerms client = clients.ofService(service).orElse(null);
        Optional<Login> login = standing.login(browser);
        if (client == null || login.isEmpty()) {
            return pages.error("invalid_request", request, response);
        }
        Standing.Verdict verdict = standing.of(browser, client, service, false, request);
        boolean anew = verdict == Standing.Verdict.GOOD_AND_NEW;
        if (!anew && verdict != Standing.Verdict.GOOD) {
            return pages.error("invalid_request", request, response);
        }
        Set<String> agreed = new HashSet<>(Agreements.wanted(client));
        agreed.retainAll(scopes);
        if (agreed.isEmpty()) {
            tickets.refuse(client.id(), "access_denied");
            return pages.error("refused", request, response);
        }
        agreements.keep(client, login.get().subject(), agreed);
        standing.served(request);
        return go(tickets.draw(client, service, login.get(), agreed, anew));
    }

    private ResponseEntity<byte[]> enter(
            ClientTerms client,
            String service,
            Login login,
            boolean anew,
            CsrfToken form,
            HttpServletRequest request,
            HttpServletResponse response) {
        arrived(service, request, response);
        Set<String> given = agreements.given(client, login.subject());
        if (!given.containsAll(Agreements.wanted(client))) {
            return pages.consent(client, service, form, request, response);
        }
        standing.served(request);
        return go(tickets.draw(client, service, login, given, anew));
    }

    /** Where the browser wanted to is where it is: the next log-in does not lead here again. */
    private void arrived(String service, HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = waiting.getRequest(request, response);
        String[] services = saved == null ? null : saved.getParameterValues("service");
        if (services != null && Arrays.asList(services).contains(service)) {
            waiting.removeRequest(request, response);
        }
    }

    private Login who(@Nullable Authentication browser) {
        return standing.login(browser).orElseThrow();
    }

    private ResponseEntity<byte[]> toLogIn(
            ClientTerms client, String notice, HttpServletRequest request, HttpServletResponse response) {
        waiting.saveRequest(request, response);
        return go(doors.of(client.id()) + notice);
    }

    private static ResponseEntity<byte[]> go(String address) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(address))
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
