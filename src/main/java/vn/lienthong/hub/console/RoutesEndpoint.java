package vn.lienthong.hub.console;

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
import vn.lienthong.hub.platform.routes.RouteChange;
import vn.lienthong.hub.platform.routes.RouteControl;
import vn.lienthong.hub.platform.routes.RouteReload;
import vn.lienthong.hub.platform.routes.RouteView;

/** Which routes run; an operator may suspend one and resume it, with a reason. */
@RestController
@RequestMapping("/api/v1/routes")
class RoutesEndpoint {

    private final RouteControl routes;
    private final RouteReload files;
    private final Scheduler blocking;

    RoutesEndpoint(RouteControl routes, RouteReload files, @Qualifier("blocking") Scheduler blocking) {
        this.routes = routes;
        this.files = files;
        this.blocking = blocking;
    }

    /** Why a route is suspended or resumed. */
    record Order(@Nullable String reason) {}

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
        return act(id, order, caller, routes::suspend);
    }

    @PostMapping("/{id}/resume")
    Mono<RouteView> resume(@PathVariable String id, @RequestBody Order order, @AuthenticationPrincipal Caller caller) {
        return act(id, order, caller, routes::resume);
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

    private static String reason(Order order, Caller caller) {
        caller.allowed(Right.REPLAY);
        String reason = order.reason() == null ? "" : order.reason().strip();
        if (reason.isEmpty()) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "reason-missing", "Give a reason");
        }
        return reason;
    }

    private RouteView find(String id) {
        return routes.find(id)
                .orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "unknown-route", "No such route"));
    }
}
