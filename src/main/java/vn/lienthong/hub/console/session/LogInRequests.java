package vn.lienthong.hub.console.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.serializer.support.SerializationDelegate;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What a log-in that has begun must find again when the provider sends the browser back: in the browser, sealed. */
@Component
class LogInRequests implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String COOKIE = "LTLOGIN";

    private final SealedCookies cookies;
    private final Scheduler blocking;
    private final SerializationDelegate bytes =
            new SerializationDelegate(getClass().getClassLoader());

    LogInRequests(SealedCookies cookies, @Qualifier("blocking") Scheduler blocking) {
        this.cookies = cookies;
        this.blocking = blocking;
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.fromCallable(() -> read(exchange)).subscribeOn(blocking).flatMap(Mono::justOrEmpty);
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest begun, ServerWebExchange exchange) {
        return Mono.<Void>fromRunnable(() -> write(begun, exchange)).subscribeOn(blocking);
    }

    /** Good once. */
    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return loadAuthorizationRequest(exchange).doOnNext(begun -> cookies.clear(exchange, COOKIE));
    }

    private Optional<OAuth2AuthorizationRequest> read(ServerWebExchange exchange) throws IOException {
        Optional<byte[]> kept = cookies.read(exchange, COOKIE);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        var begun = (OAuth2AuthorizationRequest) bytes.deserializeFromByteArray(kept.get());
        String state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        return Optional.of(begun).filter(own -> String.valueOf(own.getState()).equals(state));
    }

    private void write(OAuth2AuthorizationRequest begun, ServerWebExchange exchange) {
        try {
            // the address is made again of the rest, and a cookie has little room
            var small = OAuth2AuthorizationRequest.from(begun)
                    .authorizationRequestUri("http://made.again")
                    .additionalParameters(Map.of())
                    .build();
            cookies.write(exchange, COOKIE, bytes.serializeToByteArray(small));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
