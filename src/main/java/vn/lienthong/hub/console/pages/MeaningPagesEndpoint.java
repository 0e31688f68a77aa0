package vn.lienthong.hub.console.pages;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.api.Ask;

/** What is proposed that unmapped codes mean: from the page of an issue, seen as a change of a file, decided by another. */
@RestController
class MeaningPagesEndpoint {

    private static final String PAGE = "/console/meanings";
    private static final String API = "/api/v1/meanings";
    private static final String ISSUE = "/console/issues/one";
    private static final String PROPOSED = "proposed";

    private final Screens screens;

    MeaningPagesEndpoint(Screens screens) {
        this.screens = screens;
    }

    /** What the page of an issue shows of them; nothing for a cause that no code list could mend. */
    static Map<String, Ask> asks(Answer answer) {
        return answer.at("issue") instanceof Map<?, ?> issue ? asks(issue) : Map.of();
    }

    private static Map<String, Ask> asks(Map<?, ?> issue) {
        String cause = String.valueOf(issue.get("cause"));
        if (!"PARKED".equals(issue.get("kind")) || !cause.startsWith("unmapped-")) {
            return Map.of();
        }
        Object sender = issue.get("neighbour");
        return Map.of(
                "choices", Ask.get(API + "/choices", "sender", sender, "cause", cause),
                "proposals", Ask.get(API, "sender", sender, "cause", cause, "limit", 20));
    }

    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> list(ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.ISSUES,
                "meanings",
                look -> look.all(Map.of(
                        "proposals",
                        Ask.get(
                                API,
                                "state",
                                look.filter("state"),
                                "sender",
                                look.filter("sender"),
                                "before",
                                look.filter("before")))));
    }

    @GetMapping(PAGE + "/one")
    Mono<ResponseEntity<byte[]>> one(@RequestParam String id, ServerWebExchange exchange) {
        return screens.show(
                exchange, Area.ISSUES, "meaning", look -> look.all(Map.of("one", Ask.get(API + "/" + Ask.part(id)))));
    }

    /** The page of the issue then says what comes next. */
    @PostMapping(PAGE)
    Mono<ResponseEntity<byte[]>> propose(@RequestParam String key, ServerWebExchange exchange) {
        String issue = Ask.link(ISSUE, Map.of(), Map.of("key", key));
        return screens.actAndGo(
                exchange,
                Area.ISSUES,
                issue,
                look -> look.fields("sender", "cause", "code", "meaning", "reason")
                        .flatMap(sent -> look.ask(Ask.post(API, sent))),
                answer -> answer.at("proposal") instanceof Map<?, ?> proposal
                        ? Ask.link(ISSUE, Map.of(), Map.of("key", key, PROPOSED, String.valueOf(proposal.get("id"))))
                        : issue);
    }

    /** What was sent just now, as long as nobody has decided; null for none. */
    static @Nullable Map<?, ?> proposed(Answer proposals, Look look) {
        return proposals.list("proposals").stream()
                .<Map<?, ?>>map(one -> (Map<?, ?>) one)
                .filter(one -> look.filter(PROPOSED).equals(String.valueOf(one.get("id")))
                        && "PROPOSED".equals(one.get("state")))
                .findFirst()
                .orElse(null);
    }

    @PostMapping(PAGE + "/approve")
    Mono<ResponseEntity<byte[]>> approve(@RequestParam String id, ServerWebExchange exchange) {
        return decide(id, "approve", exchange);
    }

    @PostMapping(PAGE + "/refuse")
    Mono<ResponseEntity<byte[]>> refuse(@RequestParam String id, ServerWebExchange exchange) {
        return decide(id, "refuse", exchange);
    }

    private Mono<ResponseEntity<byte[]>> decide(String id, String act, ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.ISSUES,
                Ask.link(PAGE + "/one", Map.of(), Map.of("id", id)),
                look -> look.fields("base", "reason").flatMap(sent -> {
                    Map<String, String> word = new HashMap<>(sent);
                    word.values().removeIf(String::isEmpty);
                    return look.ask(Ask.post(API + "/" + Ask.part(id) + "/" + act, word));
                }));
    }
}
