package vn.lienthong.hub.intake.failures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.access.Sightings;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.submissions.Glimpses;
import vn.lienthong.hub.intake.submissions.Glimpses.Glimpse;
import vn.lienthong.hub.intake.submissions.Replays;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.http.Problems;
import vn.lienthong.hub.platform.http.StatedReason;

/** Looks at parked and refused records: staff at all of them, a sender at its own. */
@RestController
@RequestMapping("/api/v1/failures")
class FailuresEndpoint {

    private static final int MOST = 500;
    static final ProblemException UNKNOWN = new ProblemException(
            HttpStatus.NOT_FOUND, "unknown-failure", "No refused or parked record has this number");

    private final Failures failures;
    private final FailureContents contents;
    private final Glimpses glimpses;
    private final Receipts receipts;
    private final Sightings sightings;
    private final Scheduler blocking;

    FailuresEndpoint(
            Failures failures,
            FailureContents contents,
            Glimpses glimpses,
            Receipts receipts,
            Sightings sightings,
            Scheduler blocking) {
        this.failures = failures;
        this.glimpses = glimpses;
        this.contents = contents;
        this.receipts = receipts;
        this.sightings = sightings;
        this.blocking = blocking;
    }

    /** A page, newest first; {@code next} continues behind it and is absent on the last. */
    record Page(List<Listed> failures, @Nullable String next) {}

    /** A failure, and what can be read of it when that was asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(@JsonUnwrapped Failure failure, @Nullable Glimpse about) {}

    /**
     * One failure with what was sent, {@code masked} unless an operator gave a reason to see it.
     *
     * @param content null when it is kept no more, or cannot be told from the other records of its submission
     */
    record Detail(Failure failure, @Nullable String content, boolean masked) {}

    @GetMapping
    Mono<Page> list(
            @RequestParam(required = false) @Nullable String sender,
            @RequestParam(required = false) @Nullable RecordState state,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @Nullable String fingerprint,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "false") boolean about,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        FailureFilter asked = new FailureFilter(sender, state, cause, fingerprint, from, to);
        FailureFilter allowed = caller.sender() == null ? asked : asked.ofSender(caller.sender());
        Position behind = Position.parse(after);
        int size = Math.clamp(limit, 1, MOST);
        Locale language = Problems.language(exchange);
        return Mono.fromCallable(() -> page(failures.page(allowed, behind, size, language), size, about, caller))
                .subscribeOn(blocking);
    }

    @GetMapping("/{receipt}/{no}")
    Mono<Detail> one(
            @PathVariable String receipt,
            @PathVariable int no,
            @RequestParam(defaultValue = "false") boolean reveal,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        if (caller.role().isStaff()) {
            caller.allowed(Right.SEE_BODIES);
        }
        Locale language = Problems.language(exchange);
        return Mono.fromCallable(() -> {
                    Failure failure = find(receipt, no, caller, language);
                    return reveal ? revealed(failure, StatedReason.required(reason), caller) : seen(failure, caller);
                })
                .subscribeOn(blocking);
    }

    private Failure find(String receipt, int no, Caller caller, Locale language) {
        return receipts.parse(receipt)
                .flatMap(known -> failures.find(known.id(), no, language))
                .filter(failure -> caller.sees(failure.sender()))
                .orElseThrow(() -> UNKNOWN);
    }

    private Detail seen(Failure failure, Caller caller) {
        sightings.note(caller, "failure.view", object(failure), failure.code(), null);
        return new Detail(shown(failure, caller), contents.masked(failure), true);
    }

    private Detail revealed(Failure failure, String reason, Caller caller) {
        caller.allowed(Right.REVEAL);
        sightings.note(caller, "failure.reveal", object(failure), failure.code(), reason);
        return new Detail(failure, contents.revealed(failure), false);
    }

    private static String object(Failure failure) {
        return failure.receipt() + "/" + failure.no();
    }

    private Page page(List<Failure> found, int size, boolean about, Caller caller) {
        String next = found.size() < size ? null : Position.of(found.getLast()).cursor();
        List<Listed> listed = found.stream()
                .map(failure -> new Listed(shown(failure, caller), about ? glimpse(failure) : null))
                .toList();
        return new Page(listed, next);
    }

    private @Nullable Glimpse glimpse(Failure failure) {
        return glimpses.of(new Replays.Key(failure.receiptId(), failure.no(), failure.acceptedAt()))
                .orElse(null);
    }

    private static Failure shown(Failure failure, Caller caller) {
        return caller.sender() == null ? failure : failure.forSender();
    }
}
