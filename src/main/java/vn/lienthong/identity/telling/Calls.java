package vn.lienthong.identity.telling;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Calls a client's own addresses: no redirect is followed, no answer is read beyond its status. */
@Component
class Calls implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BAD_REQUEST = 400;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** A form with {@code logout_token}; 200 or 204 says that it is done there (Back-Channel Logout, section 2.8). */
    Told logout(URI address, String token) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
    }

    /** A form with {@code logoutRequest} for each letter, as CAS tells it; done when all were taken. */
    Told farewells(URI address, List<String> letters) {
        for (String letter : letters) {
            Told told = send(HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(
                            "logoutRequest=" + URLEncoder.encode(letter, StandardCharsets.UTF_8))));
            if (!told.done()) {
                return told;
            }
        }
        return Told.DONE;
    }

    /** The token itself; 202 says that it is kept there (RFC 8935). */
    Told event(URI address, String token) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/secevent+jwt")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(token)));
    }

    private Told send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofInputStream());
            try (InputStream unread = response.body()) {
                int status = response.statusCode();
                return status >= 200 && status < 300
                        ? Told.DONE
                        : new Told(false, status == BAD_REQUEST, "answered " + status);
            }
        } catch (IOException away) {
            return Told.notYet(away.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Told.notYet("stopped");
        }
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }
}
