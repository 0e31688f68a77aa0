package vn.lienthong.hub.console.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The visit of a browser, from its cookie and back; renewed before its token ends, over when nobody is there. */
@Component
public class Visits implements ServerSecurityContextRepository {

    /** Says that a page asked by itself, which keeps nobody logged in. */
    public static final String BY_ITSELF = "X-By-Itself";

    static final String COOKIE = "LTCONSOLE";

    /** A stream is opened again by the browser alone. */
    private static final String STREAM = "/console/live";

    /** As many logged-in people as a province has, so that not every request writes a cookie. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final SealedCookies cookies;
    private final ConsoleSettings settings;
    private final Renewals renewals;
    private final JsonMapper json;
    private final Clock clock;
    private final Scheduler blocking;

    Visits(
            SealedCookies cookies,
            ConsoleSettings settings,
            Renewals renewals,
            JsonMapper json,
            Clock clock,
            @Qualifier("blocking") Scheduler blocking) {
        this.cookies = cookies;
        this.settings = settings;
        this.renewals = renewals;
        this.json = json;
        this.clock = clock;
        this.blocking = blocking;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return Mono.fromCallable(() -> read(exchange))
                .subscribeOn(blocking)
                .flatMap(Mono::justOrEmpty)
                .flatMap(visit -> current(exchange, visit))
                .map(visit -> new SecurityContextImpl(new VisitAuthentication(visit)));
    }

    private Optional<Visit> read(ServerWebExchange exchange) {
        try {
            return cookies.read(exchange, COOKIE)
                    .map(bytes -> json.readValue(bytes, Visit.class))
                    .filter(visit -> stands(visit, clock.instant()));
        } catch (JacksonException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private boolean stands(Visit visit, Instant now) {
        return now.isBefore(visit.seen().plus(settings.idle()))
                && now.isBefore(visit.began().plus(settings.longest()));
    }

    private Mono<Visit> current(ServerWebExchange exchange, Visit visit) {
        Instant now = clock.instant();
        boolean note = !byItself(exchange) && now.isAfter(visit.seen().plus(NOTED));
        Visit seen = note ? visit.seenAt(now) : visit;
        if (seen.needsRenewal(now)) {
            return renewals.of(seen).publishOn(blocking).doOnNext(renewed -> keep(exchange, renewed));
        }
        if (note) {
            keep(exchange, seen);
        }
        return Mono.just(seen);
    }

    private static boolean byItself(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader(BY_ITSELF)
                || exchange.getRequest().getPath().value().equals(STREAM);
    }

    /** Whether the browser can be given it. */
    boolean keep(ServerWebExchange exchange, Visit visit) {
        return cookies.write(exchange, COOKIE, json.writeValueAsBytes(visit));
    }

    void end(ServerWebExchange exchange) {
        cookies.clear(exchange, COOKIE);
    }

    /** Nothing to do here: a visit is kept where it begins. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }
}
