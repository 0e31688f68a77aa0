package vn.lienthong.hub.console.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.session.Visit.Grant;

/**
 * New tokens for old ones. A refresh token is good once, and a page asks for several things at a time: who comes with
 * one that was just used gets what it brought.
 */
@Component
class Renewals {

    private static final Logger log = LoggerFactory.getLogger(Renewals.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final ParameterizedTypeReference<Map<String, Object>> SAID = new ParameterizedTypeReference<>() {};
    private static final Duration EARLIER = Duration.ofSeconds(30);

    private final ConsoleSettings settings;
    private final ConsoleClient client;
    private final Clock clock;
    private final WebClient http = WebClient.create();
    private final Cache<String, Mono<Grant>> running = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();

    Renewals(ConsoleSettings settings, ConsoleClient client, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
    }

    /** The visit with a new token; itself while the provider is away and the old one may still do; nothing when over. */
    Mono<Visit> of(Visit visit) {
        String refresh = visit.refresh();
        if (refresh == null) {
            return Mono.empty();
        }
        return running.get(refresh, token -> asked(token).cache())
                .map(visit::renewed)
                .onErrorResume(Renewals::over, refused -> Mono.empty())
                .onErrorResume(away -> {
                    log.warn("A log-in could not be renewed: {}", away.toString());
                    running.invalidate(refresh);
                    return Mono.just(visit);
                });
    }

    /** What the provider says of the token; that it is unwell or has too much to do ends nobody's visit. */
    private static boolean over(Throwable error) {
        return error instanceof WebClientResponseException said
                && said.getStatusCode().is4xxClientError()
                && said.getStatusCode().value() != HttpStatus.TOO_MANY_REQUESTS.value();
    }

    private Mono<Grant> asked(String refresh) {
        return asks(Map.of("grant_type", "refresh_token", "refresh_token", refresh), "/oauth2/token")
                .map(said -> grant(said, refresh));
    }

    /** The provider forgets the log-in of this visit's tokens, as far as it can be reached. */
    Mono<Void> revoke(Visit visit) {
        String refresh = visit.refresh();
        return refresh == null
                ? Mono.empty()
                : asks(Map.of("token", refresh, "token_type_hint", "refresh_token"), "/oauth2/revoke")
                        .onErrorComplete()
                        .then();
    }

    private Mono<Map<String, Object>> asks(Map<String, String> words, String path) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        words.forEach(form::add);
        form.add("client_id", settings.client());
        return client.secret()
                .flatMap(secret -> http.post()
                        .uri(settings.provider() + path)
                        .headers(headers -> proof(headers, secret))
                        .body(BodyInserters.fromFormData(form))
                        .retrieve()
                        .bodyToMono(SAID))
                .timeout(PATIENCE);
    }

    private void proof(HttpHeaders headers, String secret) {
        if (!secret.isEmpty()) {
            headers.setBasicAuth(settings.client(), secret);
        }
    }

    private Grant grant(Map<String, Object> said, String before) {
        @Nullable Object next = said.get("refresh_token");
        long seconds = said.get("expires_in") instanceof Number number ? number.longValue() : 0;
        return new Grant(
                String.valueOf(said.get("access_token")),
                next == null ? before : next.toString(),
                clock.instant().plusSeconds(seconds).minus(EARLIER));
    }
}
