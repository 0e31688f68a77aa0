package vn.lienthong.hub.console.session;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.infra.HubHome;

/** The library's protection of forms, away from the event loops because it draws secure randomness. */
@Component
class ConsoleCsrf implements ServerCsrfTokenRequestHandler, ServerCsrfTokenRepository {

    private final XorServerCsrfTokenRequestAttributeHandler masking = new XorServerCsrfTokenRequestAttributeHandler();
    private final XorServerCsrfTokenRequestAttributeHandler uploads = new XorServerCsrfTokenRequestAttributeHandler();
    private final CookieServerCsrfTokenRepository cookies = new CookieServerCsrfTokenRepository();
    private final Scheduler blocking;

    ConsoleCsrf(ConsoleSettings settings, HubHome home, @Qualifier("blocking") Scheduler blocking) {
        this.blocking = blocking;
        uploads.setTokenFromMultipartDataEnabled(true);
        cookies.setCookieName("LTFORM");
        cookies.setCookiePath(SealedCookies.PATH);
        cookies.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").secure(settings.overTls(home.mode())));
    }

    @Override
    public void handle(ServerWebExchange exchange, Mono<CsrfToken> token) {
        masking.handle(exchange, token.publishOn(blocking));
    }

    @Override
    public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken token) {
        return (UploadLimit.isUpload(exchange) ? uploads : masking).resolveCsrfTokenValue(exchange, token);
    }

    @Override
    public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
        return Mono.defer(() -> cookies.generateToken(exchange)).subscribeOn(blocking);
    }

    @Override
    public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
        return cookies.saveToken(exchange, token);
    }

    @Override
    public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
        return cookies.loadToken(exchange);
    }
}
