package vn.lienthong.identity.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.page.Pages.View;
import vn.lienthong.identity.provider.StayedHere;

/** What went wrong, for people and for programs; never what the request or the failure said. */
@RestController
class ErrorPageEndpoint implements ErrorController {

    private static final Set<String> KNOWN = Set.of("invalid_request", "unauthorized_client");
    private static final int UNKNOWN = 500;

    private final Pages pages;

    ErrorPageEndpoint(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        HttpStatus status = status(request);
        String cause = String.valueOf(request.getAttribute(StayedHere.ATTRIBUTE));
        return pages.show(status, View.ERROR, Languages.before(request), Map.of("cause", shown(status, cause)));
    }

    @RequestMapping("/error")
    ResponseEntity<Map<String, Object>> program(HttpServletRequest request) {
        HttpStatus status = status(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of("type", "about:blank", "title", status.getReasonPhrase(), "status", status.value()));
    }

    @GetMapping("/identity.css")
    ResponseEntity<byte[]> style() throws IOException {
        try (InputStream style = getClass().getResourceAsStream("/pages/identity.css")) {
            return ResponseEntity.ok()
                    .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                    .cacheControl(
                            CacheControl.maxAge(java.time.Duration.ofHours(1)).cachePublic())
                    .body(java.util.Objects.requireNonNull(style).readAllBytes());
        }
    }

    private static String shown(HttpStatus status, String cause) {
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            return "too_many";
        }
        return KNOWN.contains(cause) ? cause : status.is5xxServerError() ? "unavailable" : "other";
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = HttpStatus.resolve(code instanceof Integer number ? number : UNKNOWN);
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
