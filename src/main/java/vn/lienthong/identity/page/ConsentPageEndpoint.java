package vn.lienthong.identity.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.client.Clients;
import vn.lienthong.identity.page.Pages.View;
import vn.lienthong.identity.provider.Scopes;

/** Asks a citizen which personal data may go to a portal; the answer goes to the protocol's own end point. */
@RestController
class ConsentPageEndpoint {

    private final Pages pages;
    private final Languages languages;
    private final Clients clients;

    ConsentPageEndpoint(Pages pages, Languages languages, Clients clients) {
        this.pages = pages;
        this.languages = languages;
        this.clients = clients;
    }

    @GetMapping("/consent")
    ResponseEntity<byte[]> ask(
            @RequestParam("client_id") String client,
            @RequestParam String scope,
            @RequestParam String state,
            HttpServletRequest request,
            HttpServletResponse response) {
        String language = languages.of(request, response);
        ClientTerms terms = clients.terms(client).orElse(null);
        if (terms == null) {
            return pages.show(HttpStatus.BAD_REQUEST, View.ERROR, language, Map.of("cause", "invalid_request"));
        }
        Set<String> asked =
                Arrays.stream(scope.split(" ")).filter(terms.scopes()::contains).collect(Collectors.toSet());
        List<String> personal = Scopes.PERSONAL.stream().filter(asked::contains).toList();
        List<String> others =
                asked.stream().filter(name -> !personal.contains(name)).sorted().toList();
        var carried = UriComponentsBuilder.newInstance()
                .queryParam("client_id", "{client}")
                .queryParam("scope", "{scope}")
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(client, scope, state);
        return pages.show(
                View.CONSENT,
                language,
                Map.of(
                        "client", client,
                        "service", terms.nameIn(language),
                        "state", state,
                        "carried", "&" + carried.getQuery(),
                        "action", "/oauth2/authorize",
                        "personal", personal,
                        "others", others));
    }
}
