package vn.lienthong.hub.console.pages;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.api.Ask;

/** Comparisons with the portal and with senders: asked for, read difference by difference, repaired with a reason. */
@RestController
class ReconciliationPagesEndpoint {

    private static final String PAGE = "/console/reconciliations";
    private static final String API = "/api/v1/reconciliations";
    private static final String[] SCOPE = {"fromCode", "toCode", "agency", "from", "to", "reason"};
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final List<String> FILTERS = List.of("against", "kind", "cause", "owner", "repaired");

    private final Screens screens;

    ReconciliationPagesEndpoint(Screens screens) {
        this.screens = screens;
    }

    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> runs(ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.NATIONAL,
                "reconciliations",
                look -> look.all(Map.of("runs", Ask.get(API, "before", look.filter("before"), "limit", 20))));
    }

    @GetMapping(PAGE + "/one")
    Mono<ResponseEntity<byte[]>> one(@RequestParam String id, ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.NATIONAL,
                "reconciliation",
                look -> look.all(Map.of(
                        "one",
                        Ask.get(API + "/" + Ask.part(id)),
                        "found",
                        differences(id, look, look.filter("after"), 50))));
    }

    /** One difference with what has come of its repair by now. */
    @GetMapping(PAGE + "/difference")
    Mono<ResponseEntity<byte[]>> difference(
            @RequestParam String id, @RequestParam String no, ServerWebExchange exchange) {
        return screens.show(
                exchange, Area.NATIONAL, "difference", look -> look.all(Map.of("one", Ask.get(address(id, no)))));
    }

    /** Compares with what was pasted, or with what the portal says of a sample. */
    @PostMapping(PAGE)
    Mono<ResponseEntity<byte[]>> compare(ServerWebExchange exchange) {
        return screens.actAndGo(
                exchange,
                Area.NATIONAL,
                PAGE,
                look -> look.fields("with", "sender", "list", "lookUps")
                        .flatMap(with -> look.fields(SCOPE).flatMap(scope -> asked(look, with, scope))),
                run -> Ask.link(PAGE + "/one", Map.of(), Map.of("id", run.text("id"))));
    }

    @PostMapping(PAGE + "/repair")
    Mono<ResponseEntity<byte[]>> repair(@RequestParam String id, @RequestParam String no, ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.NATIONAL,
                Ask.link(PAGE + "/difference", Map.of(), Map.of("id", id, "no", no)),
                look -> look.fields("repair", "sender", "reason")
                        .flatMap(sent -> look.ask(Ask.post(address(id, no) + "/repair", given(sent)))));
    }

    @GetMapping(PAGE + "/evidence")
    Mono<ResponseEntity<Flux<byte[]>>> evidence(
            @RequestParam String id, @RequestParam String format, ServerWebExchange exchange) {
        return screens.file(
                exchange,
                Area.NATIONAL,
                Ask.link(PAGE + "/one", Map.of(), Map.of("id", id)),
                look -> Ask.get(API + "/" + Ask.part(id) + "/evidence", "format", format));
    }

    @GetMapping(PAGE + "/differences.csv")
    Mono<ResponseEntity<Flux<byte[]>>> export(@RequestParam String id, ServerWebExchange exchange) {
        return screens.download(
                exchange,
                "reconciliation-" + id + ".csv",
                List.of("no", "against", "kind", "code", "theirCode", "sender", "ours", "theirs", "cause", "owner"),
                "differences",
                (look, after) -> differences(id, look, after, 1000));
    }

    private static Mono<Answer> asked(Look look, Map<String, String> with, Map<String, String> scope) {
        String side = with.getOrDefault("with", "");
        Map<String, Object> order = new HashMap<>(given(scope));
        if (side.equals("LOOK_UPS")) {
            order.put("lookUps", with.getOrDefault("lookUps", ""));
            return look.ask(Ask.post(API, order));
        }
        return look.ask(list(side, with)).flatMap(list -> {
            if (!list.ok()) {
                return Mono.just(list);
            }
            order.put(side.equals("SENDER") ? "senderList" : "portalList", list.text("id"));
            return look.ask(Ask.post(API, order));
        });
    }

    private static Ask list(String side, Map<String, String> with) {
        return Ask.file(
                API + "/lists" + Ask.query("side", side, "sender", side.equals("SENDER") ? with.get("sender") : ""),
                with.getOrDefault("list", "").getBytes(StandardCharsets.UTF_8),
                CSV,
                Map.of("File-Name", "pasted.csv"));
    }

    private static Ask differences(String id, Look look, String after, int limit) {
        Object[] query = new Object[2 * FILTERS.size() + 4];
        for (int i = 0; i < FILTERS.size(); i++) {
            query[2 * i] = FILTERS.get(i);
            query[2 * i + 1] = look.filter(FILTERS.get(i));
        }
        query[2 * FILTERS.size()] = "after";
        query[2 * FILTERS.size() + 1] = after;
        query[2 * FILTERS.size() + 2] = "limit";
        query[2 * FILTERS.size() + 3] = limit;
        return Ask.get(API + "/" + Ask.part(id) + "/differences", query);
    }

    private static Map<String, String> given(Map<String, String> sent) {
        Map<String, String> given = new HashMap<>(sent);
        given.values().removeIf(String::isEmpty);
        return given;
    }

    private static String address(String id, String no) {
        return API + "/" + Ask.part(id) + "/differences/" + Ask.part(no);
    }
}
