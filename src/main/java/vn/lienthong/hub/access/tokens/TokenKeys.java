package vn.lienthong.hub.access.tokens;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.trust.SealedFile;

/**
 * The issuer's public keys, from memory; fetched every half minute, and at the next second when a token names a key that
 * is not known. While the issuer is away the last keys stay, also over a restart.
 */
@Component
class TokenKeys implements JWKSource<SecurityContext>, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TokenKeys.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LARGEST = 256 * 1024;
    private static final int SELDOM = 30;

    private final TokenSettings settings;
    private final SealedFile<String> file;
    private final HttpClient http;
    private volatile JWKSet known;
    private volatile boolean missed = true;
    private int ticks;

    TokenKeys(TokenSettings settings, SealedFile<String> tokenKeySnapshot) {
        this.settings = settings;
        this.file = tokenKeySnapshot;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.known = settings.taken() ? file.read().flatMap(TokenKeys::parsed).orElseGet(JWKSet::new) : new JWKSet();
    }

    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) {
        List<JWK> fitting = wanted.select(known);
        if (fitting.isEmpty()) {
            missed = true;
        }
        return fitting;
    }

    /** At most one question a second, however many tokens name unknown keys. */
    @Scheduled(fixedDelay = 1_000)
    void tick() {
        if (settings.taken() && (missed || ticks++ % SELDOM == 0)) {
            missed = false;
            refresh();
        }
    }

    void refresh() {
        try {
            String text = fetched();
            JWKSet now = parsed(text).filter(keys -> !keys.isEmpty()).orElseThrow(() -> new IOException("no keys"));
            if (!now.toString().equals(known.toString())) {
                known = now;
                file.write(text);
                log.info("The identity provider signs by {} keys", now.size());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException away) {
            log.warn("The identity provider's keys cannot be fetched, the last ones stay: {}", away.toString());
        }
    }

    private String fetched() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.jwkSetUri()))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        var response = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (response.statusCode() != 200 || bytes.length > LARGEST) {
                throw new IOException("status " + response.statusCode() + ", " + bytes.length + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static Optional<JWKSet> parsed(String text) {
        try {
            return Optional.of(JWKSet.parse(text).toPublicJWKSet());
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void destroy() {
        http.close();
    }
}
