package vn.lienthong.hub.console.session;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.platform.http.ProblemException;

/**
 * Refuses a form with a file that is too large before any of it is read, which the protection of forms does before anybody
 * knows whose it is. That one cannot refuse it itself: Reactor hands an error of {@code filterWhen} on and logs it as
 * dropped as well.
 */
final class UploadLimit implements WebFilter {

    private static final int LARGEST = 2 << 20;

    private static final ProblemException TOO_LARGE = new ProblemException(
            HttpStatus.CONTENT_TOO_LARGE, "too-large", "Biểu mẫu có tệp không được quá " + (LARGEST >> 20) + " MB");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long length = exchange.getRequest().getHeaders().getContentLength();
        boolean readable = length >= 0 && length <= LARGEST;
        return readable || !isUpload(exchange) ? chain.filter(exchange) : Mono.error(TOO_LARGE);
    }

    static boolean isUpload(ServerWebExchange exchange) {
        return MediaType.MULTIPART_FORM_DATA.isCompatibleWith(
                exchange.getRequest().getHeaders().getContentType());
    }
}
