package vn.lienthong.hub.console.pages;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.api.Ask;
import vn.lienthong.hub.console.session.Visits;

/** One dossier, one story: found by whatever is known of it, with all that happened to it on one page. */
@RestController
class DossierPagesEndpoint {

    private static final String ONE = "/api/v1/dossiers";

    /** An id or a name fits by chance too: its reader chooses. */
    private static final List<String> CERTAIN = List.of("CODE", "OTHER_CODE", "RECEIPT");

    private final Screens screens;

    DossierPagesEndpoint(Screens screens) {
        this.screens = screens;
    }

    @GetMapping("/console/dossiers")
    Mono<ResponseEntity<byte[]>> start(ServerWebExchange exchange) {
        return screens.show(exchange, Area.DOSSIERS, "dossiers", look -> Mono.just(Map.of("q", "")));
    }

    /** By POST, so that an id stands neither in an address nor in a log. */
    @PostMapping("/console/search")
    Mono<ResponseEntity<byte[]>> search(ServerWebExchange exchange) {
        return screens.showOrGo(
                exchange,
                Area.DOSSIERS,
                "dossiers",
                look -> look.fields("q")
                        .flatMap(sent -> look.ask(Ask.post("/api/v1/search", sent))
                                .map(found -> Map.of("found", found, "q", sent.getOrDefault("q", "")))),
                model -> model.get("found") instanceof Answer found ? onlyOne(found) : Optional.empty());
    }

    @GetMapping("/console/dossiers/one")
    Mono<ResponseEntity<byte[]>> one(@RequestParam String code, ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader(Visits.BY_ITSELF)
                ? screens.renew(
                        exchange, Area.DOSSIERS, "dossier", Set.of("ledger", "story"), look -> renewed(look, code))
                : screens.show(exchange, Area.DOSSIERS, "dossier", look -> shown(look, code));
    }

    /** Nobody looks when a page renews itself, so it must not ask what the audit keeps as somebody's look. */
    private static Mono<Map<String, Object>> renewed(Look look, String code) {
        Map<String, Ask> live = asks(code);
        live.keySet().retainAll(Set.of("story", "sync"));
        return look.all(live).map(model -> with(model, "code", code));
    }

    private static Mono<Map<String, Object>> shown(Look look, String code) {
        return look.all(asks(code)).map(model -> with(model, "code", code));
    }

    /** Shown once, in the answer to this form, and kept in the audit. */
    @PostMapping("/console/dossiers/reveal")
    Mono<ResponseEntity<byte[]>> reveal(ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.DOSSIERS,
                "dossier",
                look -> look.fields("code", "reason")
                        .flatMap(sent -> shown(look, sent.getOrDefault("code", ""))
                                .flatMap(model -> look.ask(Ask.get(
                                                ONE,
                                                "code",
                                                sent.get("code"),
                                                "reveal",
                                                true,
                                                "reason",
                                                sent.get("reason")))
                                        .map(revealed -> with(model, "revealed", revealed)))));
    }

    /** A blocked dossier is tried again. */
    @PostMapping("/console/dossiers/retry")
    Mono<ResponseEntity<byte[]>> retry(@RequestParam String code, ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.DOSSIERS,
                address(code),
                look -> look.fields("reason")
                        .flatMap(sent -> look.ask(Ask.post(
                                "/api/v1/national/blocked/replay",
                                Map.of("code", code, "reason", sent.get("reason"))))));
    }

    private static Map<String, Ask> asks(String code) {
        Map<String, Ask> asks = new LinkedHashMap<>();
        asks.put("dossier", Ask.get(ONE, "code", code));
        asks.put("story", Ask.get(ONE + "/timeline", "code", code));
        asks.put("sync", Ask.get(ONE + "/sync", "code", code));
        asks.put("notices", Ask.get(ONE + "/notices", "code", code));
        return asks;
    }

    private static Map<String, Object> with(Map<String, Object> model, String name, Object value) {
        Map<String, Object> more = new HashMap<>(model);
        more.put(name, value);
        return more;
    }

    private static Optional<String> onlyOne(Answer found) {
        List<?> hits = found.list("found");
        return hits.size() == 1
                        && hits.getFirst() instanceof Map<?, ?> hit
                        && CERTAIN.contains(String.valueOf(hit.get("by")))
                ? Optional.of(address(String.valueOf(hit.get("code"))))
                : Optional.empty();
    }

    private static String address(String code) {
        return Ask.link("/console/dossiers/one", Map.of(), Map.of("code", code));
    }
}
