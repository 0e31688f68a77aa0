package vn.lienthong.identity.legacy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.page.Languages;
import vn.lienthong.identity.page.Pages;
import vn.lienthong.identity.provider.Scopes;

/** The pages of everybody, with the words that this way needs. */
@Component
class LegacyPages {

    private static final String CITIZENS = "identity";

    private final Pages pages;
    private final Languages languages;

    LegacyPages(Pages pages, Languages languages) {
        this.pages = pages;
        this.languages = languages;
    }

    ResponseEntity<byte[]> error(String cause, HttpServletRequest request, HttpServletResponse response) {
        String language = languages.of(request, response);
        return pages.show(HttpStatus.BAD_REQUEST, CITIZENS, "ERROR", language, Map.of("cause", cause));
    }

    ResponseEntity<byte[]> consent(
            ClientTerms client,
            String service,
            CsrfToken form,
            HttpServletRequest request,
            HttpServletResponse response) {
        String language = languages.of(request, response);
        List<String> personal =
                Scopes.PERSONAL.stream().filter(client.scopes()::contains).toList();
        Map<String, Object> shown = new HashMap<>();
        shown.put("service", client.nameIn(language));
        shown.put("client", client.id());
        shown.put("state", service);
        shown.put("personal", personal);
        shown.put("others", List.of());
        shown.put("action", "/cas/consent");
        shown.put("csrf", form);
        shown.put("carried", "&service=" + URLEncoder.encode(service, StandardCharsets.UTF_8));
        return pages.show(HttpStatus.OK, CITIZENS, "CONSENT", language, shown);
    }
}
