package vn.lienthong.identity.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.client.Clients;
import vn.lienthong.identity.page.Pages.View;
import vn.lienthong.identity.upstream.Upstreams;

/** Choosing where to log in, and the word that somebody is in. */
@RestController
class LoginPageEndpoint {

    private static final Set<String> NOTICES = Set.of("failed", "cancelled", "locked", "surer");

    private final Pages pages;
    private final Languages languages;
    private final Upstreams upstreams;
    private final Clients clients;
    private final HttpSessionRequestCache waiting = new HttpSessionRequestCache();

    LoginPageEndpoint(Pages pages, Languages languages, Upstreams upstreams, Clients clients) {
        this.pages = pages;
        this.languages = languages;
        this.upstreams = upstreams;
        this.clients = clients;
    }

    record Choice(String id, String name) {}

    @GetMapping("/login")
    ResponseEntity<byte[]> choose(
            @RequestParam @Nullable String notice, HttpServletRequest request, HttpServletResponse response) {
        String language = languages.of(request, response);
        List<Choice> choices = upstreams.all().stream()
                .map(upstream -> new Choice(upstream.id(), upstream.nameIn(language)))
                .toList();
        Map<String, Object> shown = new HashMap<>(Map.of("choices", choices));
        service(request, response, language).ifPresent(name -> shown.put("service", name));
        if (notice != null && NOTICES.contains(notice)) {
            shown.put("notice", notice);
        }
        return pages.show(View.LOGIN, language, shown);
    }

    @GetMapping("/account")
    ResponseEntity<byte[]> account(HttpServletRequest request, HttpServletResponse response) {
        return pages.show(View.ACCOUNT, languages.of(request, response), Map.of());
    }

    /** The name of the portal that sent the browser here. */
    private Optional<String> service(HttpServletRequest request, HttpServletResponse response, String language) {
        SavedRequest wanted = waiting.getRequest(request, response);
        return value(wanted, "client_id")
                .flatMap(clients::terms)
                .or(() -> value(wanted, "service").flatMap(clients::ofService))
                .map(terms -> terms.nameIn(language));
    }

    private static Optional<String> value(@Nullable SavedRequest wanted, String name) {
        String[] values = wanted == null ? null : wanted.getParameterValues(name);
        return values == null || values.length == 0 ? Optional.empty() : Optional.of(values[0]);
    }
}
