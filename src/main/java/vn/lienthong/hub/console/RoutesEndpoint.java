package vn.lienthong.hub.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.http.StatedReason;
import vn.lienthong.hub.platform.routes.RouteChange;
import vn.lienthong.hub.platform.routes.RouteControl;
import vn.lienthong.hub.platform.routes.RoutePlan;
import vn.lienthong.hub.platform.routes.RoutePlans;
import vn.lienthong.hub.platform.routes.RouteReload;
import vn.lienthong.hub.platform.routes.RouteView;

/** Which routes run and how each is made; an operator may suspend one for a time or until it is resumed, with a reason. */
@RestController
@RequestMapping("/api/v1/routes")
class RoutesEndpoint {

    private static final ProblemException UNKNOWN =
            new ProblemException(HttpStatus.NOT_FOUND, "unknown-route", "No such route");
    private static final Duration LONGEST = Duration.ofDays(7);

    private final RouteControl routes;
    private final RoutePlans plans;
    private final RouteReload files;
    private final Clock clock;
    private final Scheduler blocking;

    RoutesEndpoint(
            RouteControl routes,
            RoutePlans plans,
            RouteReload files,
            Clock clock,
            @Qualifier("blocking") Scheduler blocking) {
        this.routes = routes;
        this.plans = plans;
        this.files = files;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** Why a route is suspended or resumed; suspended {@code until} then only, when that is given. */
    record Order(@Nullable String reason, @Nullable OffsetDateTime until) {}

    @FunctionalInterface
    private interface Act {

        void on(String route, Actor operator, String reason);
    }

    @GetMapping
    Mono<Map<String, List<RouteView>>> list() {
        return Mono.fromCallable(() -> Map.of("routes", routes.routes())).subscribeOn(blocking);
    }

    @PostMapping("/{id}/suspend")
    Mono<RouteView> suspend(@PathVariable String id, @RequestBody Order order, @AuthenticationPrincipal Caller caller) {
        Instant until = until(order);
        return act(id, order, caller, (route, operator, reason) -> routes.suspend(route, operator, reason, until));
    }

    @PostMapping("/{id}/resume")
    Mono<RouteView> resume(@PathVariable String id, @RequestBody Order order, @AuthenticationPrincipal Caller caller) {
        return act(id, order, caller, routes::resume);
    }

    /** How one route is made, and what failed in it lately. */
    @GetMapping("/{id}")
    Mono<RoutePlan> one(@PathVariable String id) {
        return Mono.fromCallable(() -> plans.of(id).orElseThrow(() -> UNKNOWN)).subscribeOn(blocking);
    }

    /** Route files of this node that are not as they were loaded. */
    @GetMapping("/files")
    Mono<Map<String, List<RouteChange>>> changes() {
        return Mono.fromCallable(() -> Map.of("changes", files.changes())).subscribeOn(blocking);
    }

    /** Takes them in. */
    @PostMapping("/reload")
    Mono<Map<String, List<RouteChange>>> reload(@RequestBody Order order, @AuthenticationPrincipal Caller caller) {
        String reason = reason(order, caller);
        return Mono.fromCallable(() -> Map.of("changes", reload(caller.actor(), reason)))
                .subscribeOn(blocking);
    }

    private List<RouteChange> reload(Actor operator, String reason) {
        try {
            return files.reload(operator, reason);
        } catch (IllegalArgumentException unusable) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "route-unusable", String.valueOf(unusable.getMessage()));
        }
    }

    private Mono<RouteView> act(String id, Order order, Caller caller, Act act) {
        String reason = reason(order, caller);
        return Mono.fromCallable(() -> {
                    find(id);
                    act.on(id, caller.actor(), reason);
                    return find(id);
                })
                .subscribeOn(blocking);
    }

    private @Nullable Instant until(Order order) {
        if (order.until() == null) {
            return null;
        }
        Instant now = clock.instant();
        Instant until = order.until().toInstant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "bad-until", "until phải ở tương lai, trong bảy ngày tới");
        }
        return until;
    }

    private static String reason(Order order, Caller caller) {
        caller.allowed(Right.REPLAY);
        return StatedReason.required(order.reason());
    }

    private RouteView find(String id) {
        return routes.find(id).orElseThrow(() -> UNKNOWN);
    }
}
