package vn.lienthong.hub.console.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.api.Ask;

/** Plans to tell many dossiers again: proposed, tried dry, approved, run, and what became of each. */
@RestController
class ResendPagesEndpoint {

    private static final String PAGE = "/console/resends";
    private static final String API = "/api/v1/resends";
    private static final int SHOWN = 100;
    private static final int AT_ONCE = 1000;

    private final Screens screens;

    ResendPagesEndpoint(Screens screens) {
        this.screens = screens;
    }

    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> plans(ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.RESENDS,
                "resends",
                look -> look.all(Map.of("plans", Ask.get(API, "before", look.filter("before"), "limit", 20))));
    }

    @PostMapping(PAGE + "/propose")
    Mono<ResponseEntity<byte[]>> propose(ServerWebExchange exchange) {
        return screens.actAndGo(
                exchange,
                Area.RESENDS,
                PAGE,
                look -> look.fields(ResendForm.FIELDS)
                        .flatMap(sent -> look.ask(Ask.post(API, ResendForm.proposal(sent)))),
                plan -> page(plan.text("id")));
    }

    @GetMapping(PAGE + "/one")
    Mono<ResponseEntity<byte[]>> one(@RequestParam String id, ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.RESENDS,
                "resend",
                look -> look.all(Map.of("plan", Ask.get(API + "/" + Ask.part(id)), "items", items(id, look)))
                        .map(ResendPagesEndpoint::counted));
    }

    @PostMapping(PAGE + "/{act}")
    Mono<ResponseEntity<byte[]>> act(@PathVariable String act, @RequestParam String id, ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.RESENDS,
                page(id),
                look -> look.fields("reason")
                        .flatMap(sent -> look.ask(Ask.post(API + "/" + Ask.part(id) + "/" + Ask.part(act), sent))));
    }

    /** What became of each, all pages of the list, for a spreadsheet. */
    @GetMapping(PAGE + "/items.csv")
    Mono<ResponseEntity<Flux<byte[]>>> export(@RequestParam String id, ServerWebExchange exchange) {
        return screens.download(
                exchange,
                "resend-" + id + ".csv",
                List.of(
                        "no",
                        "code",
                        "receipt",
                        "record",
                        "forecast",
                        "forecastReason",
                        "outcome",
                        "outcomeReason",
                        "queuedAt",
                        "endedAt"),
                "items",
                (look, after) -> items(id, look, after, AT_ONCE));
    }

    private static Ask items(String id, Look look) {
        return items(id, look, look.filter("after"), SHOWN);
    }

    private static Ask items(String id, Look look, String after, int limit) {
        return Ask.get(
                API + "/" + Ask.part(id) + "/items",
                "forecast",
                look.filter("forecast"),
                "outcome",
                look.filter("outcome"),
                "after",
                after,
                "limit",
                limit);
    }

    /** How many the dry run has seen, and how many have ended. */
    private static Map<String, Object> counted(Map<String, Object> found) {
        Map<String, Object> model = new HashMap<>(found);
        if (found.get("plan") instanceof Answer plan && plan.ok()) {
            model.put("checked", sum(plan.at("forecasts"), List.of("UNCHECKED")));
            model.put("ended", sum(plan.at("outcomes"), List.of("WAITING", "QUEUED")));
        }
        return model;
    }

    private static long sum(@Nullable Object counts, List<String> without) {
        return counts instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .filter(entry -> !without.contains(String.valueOf(entry.getKey())))
                        .mapToLong(entry -> entry.getValue() instanceof Number number ? number.longValue() : 0)
                        .sum()
                : 0;
    }

    private static String page(String id) {
        return Ask.link(PAGE + "/one", Map.of(), Map.of("id", id));
    }
}
