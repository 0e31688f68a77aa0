package vn.lienthong.identity.pace;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** The answer to whoever calls too often: when to come back; to programs in the form of OAuth's errors. */
final class TooMany {

    private static final String WORDS =
            "{\"error\":\"temporarily_unavailable\",\"error_description\":\"More calls than agreed: come back later\"}";

    private TooMany() {}

    static void tellProgram(HttpServletResponse response, Duration wait) throws IOException {
        retryAfter(response, wait);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(WORDS.getBytes(StandardCharsets.UTF_8));
    }

    static void tellBrowser(HttpServletResponse response, Duration wait) throws IOException {
        retryAfter(response, wait);
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    private static void retryAfter(HttpServletResponse response, Duration wait) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
    }
}
