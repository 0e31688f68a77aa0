package vn.lienthong.identity.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.page.Languages;
import vn.lienthong.identity.page.Pages;

/** Shows staff's pages; their words are in {@code pages/staff.properties} and {@code _en}. */
@Component
class StaffPages {

    private final Pages pages;
    private final Languages languages;
    private final StaffRules rules;

    StaffPages(Pages pages, Languages languages, StaffRules rules) {
        this.pages = pages;
        this.languages = languages;
        this.rules = rules;
    }

    /** Which of the pages it is. */
    enum View {
        LOGIN,
        CODE,
        ENROL,
        RECOVERY,
        INVITATION,
        PASSWORD,
        RENEWAL
    }

    /** A browser and what is answered to it. */
    record Visit(HttpServletRequest request, HttpServletResponse response) {

        static Visit of(HttpServletRequest request, HttpServletResponse response) {
            return new Visit(request, response);
        }
    }

    ResponseEntity<byte[]> show(Visit visit, View view, @Nullable String notice, Map<String, ?> more) {
        Map<String, Object> shown = new HashMap<>(more);
        var token = (CsrfToken) visit.request().getAttribute(CsrfToken.class.getName());
        shown.put("csrf", token);
        shown.put("least", rules.password().least());
        if (notice != null) {
            shown.put("notice", notice);
        }
        HttpStatus status = notice == null || "set".equals(notice) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.show(status, "staff", view.name(), languages.of(visit.request(), visit.response()), shown);
    }

    static ResponseEntity<byte[]> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", address)
                .build();
    }
}
