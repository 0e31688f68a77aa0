package vn.lienthong.hub.portal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Hands out citizens' pages: kept by nobody, and able to do nothing but be read and sent back. */
@Component
class CitizenAnswers {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final CitizenPageSettings settings;
    private final Scheduler blocking;

    CitizenAnswers(CitizenPageSettings settings, @Qualifier("blocking") Scheduler blocking) {
        this.settings = settings;
        this.blocking = blocking;
    }

    Mono<ResponseEntity<byte[]>> page(HttpStatus status, Callable<byte[]> page) {
        return Mono.fromCallable(page).subscribeOn(blocking).map(html -> answer(status, html));
    }

    ResponseEntity<byte[]> answer(HttpStatus status, byte[] html) {
        var response = ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer");
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            response.header(
                    HttpHeaders.RETRY_AFTER, String.valueOf(settings.window().toSeconds()));
        }
        return response.body(html);
    }

    /** Vietnamese, whatever the browser prefers, unless English was chosen on the page. */
    static Locale language(MultiValueMap<String, String> chosen) {
        return "en".equals(chosen.getFirst("lang")) ? Locale.ENGLISH : CitizenPages.VIETNAMESE;
    }
}
