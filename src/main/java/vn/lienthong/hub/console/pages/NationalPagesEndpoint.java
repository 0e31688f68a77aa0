package vn.lienthong.hub.console.pages;

import java.util.HashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Ask;

/** The link to the national portal: whether it works, what is owed, what it refuses, when it is announced to be away. */
@RestController
class NationalPagesEndpoint {

    private static final String PAGE = "/console/national";
    private static final String API = "/api/v1/national";

    private final Screens screens;

    NationalPagesEndpoint(Screens screens) {
        this.screens = screens;
    }

    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> link(ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.NATIONAL,
                "national",
                look -> look.all(Map.of(
                        "outlook",
                        Ask.get(API + "/outlook"),
                        "windows",
                        Ask.get(API + "/maintenance"),
                        "blocked",
                        Ask.get(API + "/blocked", "cause", look.filter("cause"), "limit", 100),
                        "runs",
                        Ask.get("/api/v1/reconciliations", "limit", 5),
                        "link",
                        Ask.get(API + "/link"),
                        "calls20",
                        Ask.get(API + "/calls"),
                        "feed",
                        Ask.get(API + "/feed"))));
    }

    @PostMapping(PAGE + "/blocked/replay")
    Mono<ResponseEntity<byte[]>> replay(ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.NATIONAL,
                PAGE,
                look -> look.fields("cause", "reason")
                        .flatMap(sent -> look.ask(Ask.post(API + "/blocked/replay", sent))));
    }

    @PostMapping(PAGE + "/maintenance")
    Mono<ResponseEntity<byte[]>> plan(ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.NATIONAL,
                PAGE,
                look -> look.fields("from", "until", "reason")
                        .flatMap(sent -> look.ask(Ask.post(API + "/maintenance", window(sent)))));
    }

    @PostMapping(PAGE + "/maintenance/end")
    Mono<ResponseEntity<byte[]>> end(@RequestParam String id, ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.NATIONAL,
                PAGE,
                look -> look.fields("reason")
                        .flatMap(sent -> look.ask(Ask.post(API + "/maintenance/" + Ask.part(id) + "/end", sent))));
    }

    /** A browser's field for a moment says no offset: it is Vietnam's time. */
    private static Map<String, String> window(Map<String, String> sent) {
        Map<String, String> plan = new HashMap<>(sent);
        plan.computeIfPresent("from", (name, moment) -> moment.isEmpty() ? moment : moment + ":00+07:00");
        plan.computeIfPresent("until", (name, moment) -> moment.isEmpty() ? moment : moment + ":00+07:00");
        plan.values().removeIf(String::isEmpty);
        return plan;
    }
}
