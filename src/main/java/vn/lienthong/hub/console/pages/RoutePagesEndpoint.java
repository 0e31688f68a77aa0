package vn.lienthong.hub.console.pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.api.Ask;
import vn.lienthong.hub.platform.time.VietnamTime;

/** The routes of this node: which run and how fast, who stopped one and why, how one is made, what of their files is new. */
@RestController
class RoutePagesEndpoint {

    private static final String PAGE = "/console/routes";
    private static final String API = "/api/v1/routes";

    private final Screens screens;
    private final Clock clock;

    RoutePagesEndpoint(Screens screens, Clock clock) {
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> routes(ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.ROUTES,
                "routes",
                look -> look.all(Map.of("routes", Ask.get(API), "files", Ask.get(API + "/files")))
                        .map(RoutePagesEndpoint::grouped));
    }

    @GetMapping(PAGE + "/one")
    Mono<ResponseEntity<byte[]>> one(@RequestParam String id, ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.ROUTES,
                "route",
                look -> look.ask(Ask.get(API + "/" + Ask.part(id))).map(RoutePagesEndpoint::drawn));
    }

    @PostMapping(PAGE + "/suspend")
    Mono<ResponseEntity<byte[]>> suspend(@RequestParam String id, ServerWebExchange exchange) {
        return act(id, "suspend", exchange);
    }

    @PostMapping(PAGE + "/resume")
    Mono<ResponseEntity<byte[]>> resume(@RequestParam String id, ServerWebExchange exchange) {
        return act(id, "resume", exchange);
    }

    @PostMapping(PAGE + "/reload")
    Mono<ResponseEntity<byte[]>> reload(ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.ROUTES,
                PAGE,
                look -> look.fields("reason").flatMap(sent -> look.ask(Ask.post(API + "/reload", sent))));
    }

    private Mono<ResponseEntity<byte[]>> act(String id, String verb, ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.ROUTES,
                Ask.link(PAGE + "/one", Map.of(), Map.of("id", id)),
                look -> look.fields("reason", "for")
                        .flatMap(sent -> look.ask(Ask.post(API + "/" + Ask.part(id) + "/" + verb, order(sent)))));
    }

    /** A span on the form is a moment to the API; what is none is left for the API to refuse. */
    private Map<String, String> order(Map<String, String> sent) {
        Map<String, String> order = new HashMap<>(sent);
        String span = order.remove("for");
        if (span != null && !span.isEmpty()) {
            order.put("until", moment(span));
        }
        return order;
    }

    private String moment(String span) {
        try {
            return clock.instant()
                    .plus(Duration.parse(span))
                    .atOffset(VietnamTime.OFFSET)
                    .toString();
        } catch (DateTimeException | ArithmeticException none) {
            return span;
        }
    }

    private static Map<String, Object> grouped(Map<String, Object> found) {
        Map<String, List<Object>> groups = new TreeMap<>();
        if (found.get("routes") instanceof Answer routes) {
            for (Object one : routes.list("routes")) {
                if (one instanceof Map<?, ?> route) {
                    groups.computeIfAbsent(String.valueOf(route.get("group")), group -> new ArrayList<>())
                            .add(route);
                }
            }
        }
        Map<String, Object> model = new HashMap<>(found);
        model.put("groups", groups);
        return model;
    }

    private static Map<String, Object> drawn(Answer plan) {
        Map<String, Object> model = new HashMap<>();
        model.put("plan", plan);
        if (plan.at("route") instanceof Map<?, ?> route) {
            model.put("diagram", Diagram.of(String.valueOf(route.get("from")), plan.list("steps")));
        }
        return model;
    }
}
