package vn.lienthong.hub.console.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.api.Ask;

/** What became of the records of an issue that were read again: while they are on their way, and why some did not get in. */
@RestController
class ReplayedPagesEndpoint {

    static final String PAGE = "/console/issues/replayed";

    /** An issue is known a few seconds after its first record. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Screens screens;
    private final Clock clock;

    ReplayedPagesEndpoint(Screens screens, Clock clock) {
        this.screens = screens;
        this.clock = clock;
    }

    /**
     * Records that did not get in for the same cause.
     *
     * @param link to their issue, or to the issues of the sender where it is not known yet
     * @param known whether that is their issue
     * @param same whether they had failed for it before
     */
    public record Failing(String state, String cause, long count, String link, boolean known, boolean same) {}

    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> replayed(@RequestParam String batch, ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.ISSUES,
                "replayed",
                look -> look.ask(Ask.get("/api/v1/failures/replays/" + Ask.part(batch)))
                        .flatMap(progress -> progress.list("failed").isEmpty() && number(progress.at("held")) == 0
                                ? Mono.just(model(progress, List.of(), look))
                                : look.ask(Ask.get("/api/v1/issues", "neighbour", progress.text("sender")))
                                        .map(issues -> model(progress, issues.list("issues"), look))));
    }

    private Map<String, Object> model(Answer progress, List<?> issues, Look look) {
        Map<String, Object> model = new HashMap<>();
        model.put("progress", progress);
        model.put("issue", look.filter("key"));
        model.put("ended", number(progress.at("replayed")) - number(progress.at("inFlight")));
        List<Failing> failing = progress.list("failed").stream()
                .filter(Map.class::isInstance)
                .map(group -> failing((Map<?, ?>) group, issues, progress.text("cause")))
                .toList();
        model.put("failing", failing);
        model.put("heldAt", heldAt(issues, progress.text("sender")));
        model.put(
                "busy",
                number(progress.at("inFlight")) > 0
                        || !failing.stream().allMatch(Failing::known) && isRecent(progress.text("at")));
        return model;
    }

    /** The one issue of what is held back from the portal, or the list of them. */
    private static String heldAt(List<?> issues, String sender) {
        List<Map<?, ?>> held = issues.stream()
                .<Map<?, ?>>map(one -> (Map<?, ?>) one)
                .filter(one -> "BLOCKED".equals(one.get("kind")) && number(one.get("count")) > 0)
                .toList();
        return held.size() == 1 ? NextSteps.page(held.getFirst()) : NextSteps.list(sender, "BLOCKED");
    }

    private static Failing failing(Map<?, ?> group, List<?> issues, String before) {
        String cause = Objects.requireNonNullElse(group.get("cause"), "").toString();
        String sender = String.valueOf(group.get("sender"));
        String state = String.valueOf(group.get("state"));
        Optional<String> issue = key(issues, state, sender, cause);
        String link = issue.map(key -> Ask.link("/console/issues/one", Map.of(), Map.of("key", key)))
                .orElseGet(() -> Ask.link("/console/issues", Map.of(), Map.of("neighbour", sender)));
        return new Failing(state, cause, number(group.get("count")), link, issue.isPresent(), cause.equals(before));
    }

    private boolean isRecent(String moment) {
        return OffsetDateTime.parse(moment).toInstant().isAfter(clock.instant().minus(SOON));
    }

    private static Optional<String> key(List<?> issues, String kind, String neighbour, String cause) {
        return issues.stream()
                .filter(one -> one instanceof Map<?, ?> issue
                        && kind.equals(issue.get("kind"))
                        && neighbour.equals(issue.get("neighbour"))
                        && cause.equals(issue.get("cause")))
                .map(one -> String.valueOf(((Map<?, ?>) one).get("key")))
                .findFirst();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
