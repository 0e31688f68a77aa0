package vn.lienthong.hub.console.api;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.http.Correlation;

/** Asks the API of this process, or of the address that the settings name; and identity's where it is known. */
@Component
public class HubApi {

    private static final Logger log = LoggerFactory.getLogger(HubApi.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** It comes from here but for somebody elsewhere: what is let in from this machine only must refuse it. */
    private static final String FOR_SOMEBODY = "by=_console";

    private static final int LARGEST = 8 * 1024 * 1024;
    private static final String KEYS_PATH = "/oauth2/jwks";

    private final JsonMapper json;
    private final String chosen;
    private final String bind;
    private final String issuer;
    private final String identity;
    private final WebClient http;
    private final Scheduler blocking;
    private volatile String own = "";

    HubApi(
            JsonMapper json,
            @Value("${lienthong.console.api:}") String chosen,
            @Value("${server.address:}") String bind,
            @Value("${lienthong.console.issuer:}") String issuer,
            @Value("${lienthong.console.keys:}") String keys,
            @Qualifier("blocking") Scheduler blocking) {
        this.blocking = blocking;
        this.json = json;
        this.chosen = chosen;
        this.bind = bind;
        this.issuer = issuer;
        this.identity = keys.endsWith(KEYS_PATH) ? keys.substring(0, keys.length() - KEYS_PATH.length()) : "";
        this.http = WebClient.builder()
                .exchangeStrategies(ExchangeStrategies.builder()
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
                        .build())
                .build();
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        boolean everywhere = bind.isEmpty() || "0.0.0.0".equals(bind) || "::".equals(bind);
        own = "http://" + (everywhere ? "127.0.0.1" : bind) + ":"
                + event.getWebServer().getPort();
    }

    /** As somebody would do the same by hand. */
    public String curl(Ask ask) {
        return ask.curl(ask.isOfIdentity() ? issuer : base());
    }

    /** Whether the API of identity can be asked at all. */
    public boolean reachesIdentity() {
        return !identity.isEmpty();
    }

    private String base() {
        return chosen.isEmpty() ? own : chosen;
    }

    /** Identity as this process reaches it, which need not be how browsers do. */
    private URI address(Ask ask) {
        return URI.create((ask.isOfIdentity() ? identity : base()) + ask.path());
    }

    /** Never an error: what did not answer is an answer of status 0. It comes on a thread that may work on it. */
    public Mono<Answer> ask(Ask ask, String proof, Locale language) {
        return http.method(ask.method())
                .uri(address(ask))
                .headers(headers -> headers(headers, ask, proof, language))
                .body(body(ask))
                .exchangeToMono(this::answer)
                .timeout(PATIENCE)
                .onErrorResume(away -> {
                    log.warn(
                            "The API did not answer {} {}: {}",
                            ask.method(),
                            ask.path().split("\\?")[0],
                            away.toString());
                    return Mono.just(Answer.NONE);
                })
                .publishOn(blocking);
    }

    /** A file as the API gives it, with what says how to keep it; empty when nothing answered. */
    public Mono<ResponseEntity<Flux<byte[]>>> fetch(Ask ask, String proof, Locale language) {
        return http.method(ask.method())
                .uri(address(ask))
                .headers(headers -> headers(headers, ask, proof, language))
                .retrieve()
                .onStatus(HttpStatusCode::isError, answer -> Mono.empty())
                .toEntityFlux(byte[].class)
                .timeout(PATIENCE)
                .onErrorResume(away -> {
                    log.warn("The API gave no file {}: {}", ask.path().split("\\?")[0], away.toString());
                    return Mono.empty();
                });
    }

    private static BodyInserter<?, ? super ClientHttpRequest> body(Ask ask) {
        return ask.body() == null ? BodyInserters.empty() : BodyInserters.fromValue(ask.body());
    }

    private static void headers(HttpHeaders headers, Ask ask, String proof, Locale language) {
        headers.setBearerAuth(proof);
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language.toLanguageTag());
        headers.set(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE + ", */*;q=0.5");
        headers.set(Correlation.HEADER, Correlation.fresh());
        headers.setContentType(ask.type());
        ask.headers().forEach(headers::set);
        headers.set("Forwarded", FOR_SOMEBODY);
    }

    private Mono<Answer> answer(ClientResponse response) {
        int status = response.statusCode().value();
        boolean structured = response.headers()
                .contentType()
                .map(type -> type.getSubtype().endsWith("json"))
                .orElse(false);
        return response.bodyToMono(String.class)
                .map(text -> new Answer(status, structured ? read(text) : text))
                .defaultIfEmpty(new Answer(status, null));
    }

    private Object read(String text) {
        try {
            return json.readValue(text, Object.class);
        } catch (JacksonException unreadable) {
            return text;
        }
    }
}
