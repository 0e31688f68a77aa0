package vn.lienthong.identity.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.page.Pages.View;
import vn.lienthong.identity.provider.Departure;
import vn.lienthong.identity.provider.Onward;
import vn.lienthong.identity.upstream.UpwardDeparture;

/** Logging out here: whoever comes without a proof of who sent them is asked first. */
@RestController
class LogoutPageEndpoint {

    private final Pages pages;
    private final Languages languages;
    private final Departure departure;
    private final Onward onward;

    LogoutPageEndpoint(Pages pages, Languages languages, Departure departure, Onward onward) {
        this.onward = onward;
        this.pages = pages;
        this.languages = languages;
        this.departure = departure;
    }

    @GetMapping("/logout")
    ResponseEntity<byte[]> ask(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        return pages.show(View.LOGOUT, languages.of(request, response), Map.of("csrf", token));
    }

    @PostMapping("/logout")
    ResponseEntity<Void> leave(
            @Nullable Authentication browser, HttpServletRequest request, HttpServletResponse response) {
        return to(departure.leave(browser, request, response));
    }

    /** Back from the log-out above. */
    @GetMapping(UpwardDeparture.BACK)
    ResponseEntity<Void> back(HttpServletRequest request, HttpServletResponse response) {
        return to(onward.take(request, response).orElse("/logged-out"));
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", address)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    @GetMapping("/logged-out")
    ResponseEntity<byte[]> gone(HttpServletRequest request, HttpServletResponse response) {
        return pages.show(View.LOGGED_OUT, languages.of(request, response), Map.of());
    }
}
