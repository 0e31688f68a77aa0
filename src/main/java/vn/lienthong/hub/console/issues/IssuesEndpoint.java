package vn.lienthong.hub.console.issues;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;

/** Lists what fails by how it fails, and keeps what people say about it. */
@RestController
@RequestMapping("/api/v1/issues")
class IssuesEndpoint {

    private static final int LONGEST_NOTE = 2000;
    private static final ProblemException UNKNOWN = new ProblemException(
            HttpStatus.NOT_FOUND,
            "unknown-issue",
            "Không có sự cố này, hoặc không còn: mọi bản ghi của nó đã được xử lý mà chưa ai ghi nhận gì; nhật ký vẫn cho biết");

    private final Issues issues;
    private final Clock clock;
    private final Scheduler blocking;

    IssuesEndpoint(Issues issues, Clock clock, @Qualifier("blocking") Scheduler blocking) {
        this.issues = issues;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** What somebody says; {@code mutedUntil} goes with {@code MUTED} and with nothing else. */
    record Word(
            @Nullable State state,
            @Nullable String owner,
            @Nullable OffsetDateTime mutedUntil,
            @Nullable String note) {}

    /** One issue with all that was said about it. */
    record Detail(Issue issue, List<Issue.Act> acts) {}

    @GetMapping
    Mono<Map<String, List<Issue>>> list(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable String neighbour,
            @AuthenticationPrincipal Caller caller) {
        String only = caller.sender() == null ? neighbour : caller.sender();
        return Mono.fromCallable(() -> Stream.concat(
                                issues.all(only).stream(),
                                state == State.RESOLVED ? issues.settled(only).stream() : Stream.empty())
                        .filter(issue -> state == null || issue.state() == state)
                        .filter(issue -> kind == null || issue.kind() == kind)
                        .toList())
                .subscribeOn(blocking)
                .map(list -> Map.of("issues", list));
    }

    /** What became of them since a moment. */
    @GetMapping("/turns")
    Mono<Turns> turns(@RequestParam OffsetDateTime since, @AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(() -> issues.turns(since.toInstant(), caller.sender()))
                .subscribeOn(blocking);
    }

    @GetMapping("/{key}")
    Mono<Detail> one(@PathVariable String key, @AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(() -> detail(key, caller)).subscribeOn(blocking);
    }

    @PostMapping("/{key}")
    Mono<Detail> say(@PathVariable String key, @RequestBody Word word, @AuthenticationPrincipal Caller caller) {
        caller.allowed(Right.REPLAY);
        State state = checked(word);
        return Mono.fromCallable(() -> {
                    Issue issue = detail(key, caller).issue();
                    Instant until =
                            word.mutedUntil() == null ? null : word.mutedUntil().toInstant();
                    issues.decide(
                            issue, state, owner(word, issue, caller), until, blankToNull(word.note()), caller.actor());
                    return detail(key, caller);
                })
                .subscribeOn(blocking);
    }

    /** Whoever begins with it owns it unless somebody else is named. */
    private static @Nullable String owner(Word word, Issue issue, Caller caller) {
        String named = blankToNull(word.owner());
        if (named != null) {
            return named;
        }
        return issue.owner() == null && word.state() != State.OPEN
                ? caller.actor().name()
                : issue.owner();
    }

    private State checked(Word word) {
        if (word.state() == null) {
            throw bad("missing-field", "state");
        }
        boolean muting = word.state() == State.MUTED;
        if (muting
                && (word.mutedUntil() == null || !word.mutedUntil().toInstant().isAfter(clock.instant()))) {
            throw bad("missing-field", "mutedUntil");
        }
        if (!muting && word.mutedUntil() != null) {
            throw bad("wrong-kind", "mutedUntil");
        }
        if (word.note() != null && word.note().length() > LONGEST_NOTE) {
            throw bad("too-long", "note");
        }
        return word.state();
    }

    private static ProblemException bad(String rule, String field) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "bad-word",
                "state là một trong OPEN, ACKNOWLEDGED, IN_PROGRESS, RESOLVED, MUTED; MUTED cần mutedUntil ở tương lai",
                List.of(Reason.of(rule, field, null)));
    }

    private Detail detail(String key, Caller caller) {
        Issue issue = issues.find(key, caller.sender()).orElseThrow(() -> UNKNOWN);
        return new Detail(issue, issues.acts(key));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
