package vn.lienthong.hub.intake.failures;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.submissions.Replays;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.StatedReason;

/** Replays refused and parked records after the fix; the outcome is found where the record is. */
@RestController
@RequestMapping("/api/v1/failures")
class ReplayEndpoint {

    private static final int USUAL = 1_000;
    private static final int MOST = 10_000;

    private final Failures failures;
    private final Replays replays;
    private final Receipts receipts;
    private final Audit audit;
    private final Scheduler blocking;

    ReplayEndpoint(Failures failures, Replays replays, Receipts receipts, Audit audit, Scheduler blocking) {
        this.failures = failures;
        this.replays = replays;
        this.receipts = receipts;
        this.audit = audit;
        this.blocking = blocking;
    }

    /** Why one record is replayed. */
    record One(@Nullable String reason) {}

    /** Which records are replayed, at most {@code limit}, oldest first, and why. */
    record Many(
            @Nullable String sender,
            @Nullable RecordState state,
            @Nullable String cause,
            @Nullable String fingerprint,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Integer limit,
            @Nullable String reason) {

        FailureFilter filter() {
            return new FailureFilter(sender, state, cause, fingerprint, from, to);
        }

        int most() {
            return limit == null ? USUAL : Math.clamp(limit, 1, MOST);
        }
    }

    /** How many records were put in flight again. */
    record Replayed(int replayed) {}

    @PostMapping("/{receipt}/{no}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Replayed> one(
            @PathVariable String receipt,
            @PathVariable int no,
            @RequestBody One asked,
            @AuthenticationPrincipal Caller caller) {
        Actor operator = operator(caller);
        String reason = StatedReason.required(asked.reason());
        return off(() -> replay(find(receipt, no), operator, receipt + "/" + no, Map.of("reason", reason)));
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Replayed> many(@RequestBody Many asked, @AuthenticationPrincipal Caller caller) {
        Actor operator = operator(caller);
        Map<String, String> words = new TreeMap<>(asked.filter().words());
        words.put("reason", StatedReason.required(asked.reason()));
        return off(() -> replay(failures.keys(asked.filter(), asked.most()), operator, "filter", words));
    }

    private Replayed replay(List<Replays.Key> keys, Actor operator, String object, Map<String, String> words) {
        int replayed = replays.replay(keys);
        Map<String, String> details = new TreeMap<>(words);
        details.put("replayed", Integer.toString(replayed));
        audit.record(operator, "failure.replay", object, details);
        return new Replayed(replayed);
    }

    private List<Replays.Key> find(String receipt, int no) {
        return receipts.parse(receipt)
                .flatMap(known -> failures.find(known.id(), no, Locale.ROOT))
                .map(failure -> List.of(new Replays.Key(failure.receiptId(), failure.no(), failure.acceptedAt())))
                .orElseThrow(() -> FailuresEndpoint.UNKNOWN);
    }

    private Mono<Replayed> off(Callable<Replayed> work) {
        return Mono.fromCallable(work).subscribeOn(blocking);
    }

    private static Actor operator(Caller caller) {
        return caller.allowed(Right.REPLAY);
    }
}
