package vn.lienthong.hub.console.pages;

import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.console.session.Admissions;
import vn.lienthong.hub.console.session.ConsoleSettings;
import vn.lienthong.hub.console.session.Departures;
import vn.lienthong.hub.console.session.Targets;

/** How somebody comes in: by the province's log-in, or with a key of their own while that is away; and out. */
@RestController
class LogInPageEndpoint {

    private static final String WRONG_KEY = "wrong-key";

    /** What an address may say of the last attempt; anything else is somebody's own invention. */
    private static final Set<String> PROBLEMS = Set.of("over", "failed", "no-rights", WRONG_KEY, "left");

    private final Screens screens;
    private final Admissions admissions;
    private final Departures departures;
    private final Targets targets;
    private final ConsoleSettings settings;
    private final Scheduler blocking;

    LogInPageEndpoint(
            Screens screens,
            Admissions admissions,
            Departures departures,
            Targets targets,
            ConsoleSettings settings,
            @Qualifier("blocking") Scheduler blocking) {
        this.blocking = blocking;
        this.screens = screens;
        this.admissions = admissions;
        this.departures = departures;
        this.targets = targets;
        this.settings = settings;
    }

    @GetMapping("/console/log-in")
    Mono<ResponseEntity<byte[]>> ask(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String problem,
            ServerWebExchange exchange) {
        Mono<Void> remembered = to.isEmpty()
                ? Mono.empty()
                : Mono.<Void>fromRunnable(() -> targets.remember(exchange, to)).subscribeOn(blocking);
        return remembered.then(page(exchange, HttpStatus.OK, PROBLEMS.contains(problem) ? problem : ""));
    }

    @PostMapping("/console/log-in/key")
    Mono<ResponseEntity<byte[]>> byKey(ServerWebExchange exchange) {
        if (!settings.byKey()) {
            return page(exchange, HttpStatus.FORBIDDEN, WRONG_KEY);
        }
        return exchange.getFormData()
                .map(form -> String.valueOf(form.getFirst("key")).strip())
                .flatMap(key -> admissions.byKey(exchange, key))
                .flatMap(in -> in
                        ? Mono.just(Screens.seeOther(targets.taken(exchange)))
                        : page(exchange, HttpStatus.UNPROCESSABLE_CONTENT, WRONG_KEY));
    }

    @PostMapping("/console/log-out")
    Mono<ResponseEntity<byte[]>> out(ServerWebExchange exchange) {
        return departures.leave(exchange).map(Screens::seeOther);
    }

    private Mono<ResponseEntity<byte[]>> page(ServerWebExchange exchange, HttpStatus status, String problem) {
        return screens.outside(
                exchange,
                status,
                "log-in",
                Map.of("byProvider", settings.byProvider(), "byKey", settings.byKey(), "problem", problem));
    }
}
