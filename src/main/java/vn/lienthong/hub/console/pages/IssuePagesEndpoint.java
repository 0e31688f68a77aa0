package vn.lienthong.hub.console.pages;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
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

/** Failures grouped by how they fail: who is at it, what was said, its members, and what is stuck between two hops. */
@RestController
class IssuePagesEndpoint {

    private static final String PAGE = "/console/issues";
    private static final String API = "/api/v1/issues";
    private static final int AT_ONCE = 10_000;
    private static final Pattern COUNT = Pattern.compile("\\d{1,6}");

    private final Screens screens;

    IssuePagesEndpoint(Screens screens) {
        this.screens = screens;
    }

    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> issues(ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.ISSUES,
                "issues",
                look -> look.all(
                                Map.of(
                                        "issues",
                                        Ask.get(
                                                API,
                                                "state",
                                                look.filter("state"),
                                                "kind",
                                                look.filter("kind"),
                                                "neighbour",
                                                look.filter("neighbour"))),
                                Map.of("stuck", Ask.get("/api/v1/stuck", "limit", 50)))
                        .map(found -> withSteps(found, look)));
    }

    private static Map<String, Object> withSteps(Map<String, Object> found, Look look) {
        Map<String, Object> model = new HashMap<>(found);
        model.put("next", new NextSteps(look.visit()));
        return model;
    }

    @GetMapping(PAGE + "/one")
    Mono<ResponseEntity<byte[]>> one(@RequestParam String key, ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.ISSUES,
                "issue",
                look -> look.ask(Ask.get(API + "/" + Ask.part(key)))
                        .flatMap(issue -> look.all(members(issue), MeaningPagesEndpoint.asks(issue))
                                .map(more -> with(more, issue, look))));
    }

    @PostMapping(PAGE + "/say")
    Mono<ResponseEntity<byte[]>> say(@RequestParam String key, ServerWebExchange exchange) {
        String back = Ask.link(PAGE + "/one", Map.of(), Map.of("key", key));
        return screens.act(
                exchange,
                Area.ISSUES,
                back,
                look -> look.fields("state", "owner", "mutedUntil", "note")
                        .flatMap(sent -> look.ask(Ask.post(API + "/" + Ask.part(key), word(sent)))));
    }

    /**
     * All parked records of this cause are read again as they were sent, as many as one order may; a page shows how that goes.
     * The issue is said to be in somebody's hands first: without a word about it, it would be gone with its last record.
     */
    @PostMapping(PAGE + "/replay")
    Mono<ResponseEntity<byte[]>> replay(@RequestParam String key, ServerWebExchange exchange) {
        Map<String, String> page = Map.of("key", key);
        return screens.actAndGo(
                exchange,
                Area.ISSUES,
                Ask.link(PAGE + "/one", page, Map.of()),
                look -> look.fields("sender", "state", "cause", "reason")
                        .flatMap(sent -> begins(key, sent, look)
                                .filter(said -> !said.ok())
                                .switchIfEmpty(
                                        Mono.defer(() -> look.ask(Ask.post("/api/v1/failures/replay", all(sent)))))),
                answer -> answer.at("batch") == null
                        ? Ask.link(PAGE + "/one", page, Map.of("replayed", answer.text("replayed")))
                        : Ask.link(ReplayedPagesEndpoint.PAGE, page, Map.of("batch", answer.text("batch"))));
    }

    /** Nothing is said without a reason, for which the replay is refused. */
    private static Mono<Answer> begins(String key, Map<String, String> sent, Look look) {
        String reason = sent.getOrDefault("reason", "");
        return reason.isEmpty()
                ? Mono.empty()
                : look.ask(Ask.post(API + "/" + Ask.part(key), Map.of("state", "IN_PROGRESS", "note", reason)));
    }

    private static Map<String, Ask> members(Answer answer) {
        Map<String, Ask> asks = new LinkedHashMap<>();
        if (answer.at("issue") instanceof Map<?, ?> issue) {
            String kind = String.valueOf(issue.get("kind"));
            asks.put("senders", Ask.get("/api/v1/senders"));
            if ("PARKED".equals(kind) || "REFUSED".equals(kind)) {
                asks.put(
                        "failures",
                        Ask.get(
                                "/api/v1/failures",
                                "sender",
                                issue.get("neighbour"),
                                "state",
                                kind,
                                "cause",
                                issue.get("cause"),
                                "about",
                                true,
                                "limit",
                                50));
            }
            if ("BLOCKED".equals(kind)) {
                asks.put(
                        "blocked",
                        Ask.get(
                                "/api/v1/national/blocked",
                                "cause",
                                issue.get("cause"),
                                "sender",
                                issue.get("neighbour"),
                                "limit",
                                50));
            }
        }
        return asks;
    }

    private static Map<String, Object> all(Map<String, String> sent) {
        Map<String, Object> order = new HashMap<>(sent);
        order.put("limit", AT_ONCE);
        return order;
    }

    private static Map<String, Object> with(Map<String, Object> more, Answer issue, Look look) {
        Map<String, Object> model = withSteps(more, look);
        model.put("one", issue);
        model.put("atOnce", AT_ONCE);
        model.put("sender", sender(issue, more.get("senders")));
        if (issue.at("issue") instanceof Map<?, ?> facts
                && more.get("choices") instanceof Answer choices
                && more.get("proposals") instanceof Answer proposals) {
            model.put("step", MeaningStep.of(facts, choices, proposals));
            model.put("proposed", MeaningPagesEndpoint.proposed(proposals, look));
        }
        String replayed = look.filter("replayed");
        if (COUNT.matcher(replayed).matches()) {
            model.put("replayed", Integer.valueOf(replayed));
        }
        return model;
    }

    /** Whose it is, with whom to ask there; null when it is no sender's or nobody says. */
    private static @Nullable Object sender(Answer issue, @Nullable Object senders) {
        return issue.at("issue") instanceof Map<?, ?> facts && senders instanceof Answer known
                ? known.list("senders").stream()
                        .filter(one ->
                                one instanceof Map<?, ?> line && Objects.equals(line.get("id"), facts.get("neighbour")))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** What is left empty is not said; silence until a moment is meant in Vietnam's time. */
    private static Map<String, String> word(Map<String, String> sent) {
        Map<String, String> word = new HashMap<>(sent);
        word.computeIfPresent("mutedUntil", (name, moment) -> moment.isEmpty() ? moment : moment + ":00+07:00");
        if (!"MUTED".equals(word.get("state"))) {
            word.remove("mutedUntil");
        }
        word.values().removeIf(String::isEmpty);
        return word;
    }
}
