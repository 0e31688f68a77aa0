package vn.lienthong.hub.intake.failures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
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
import vn.lienthong.hub.intake.failures.ReplayBatches.Batch;
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
    private final ReplayBatches batches;
    private final Receipts receipts;
    private final Audit audit;
    private final Clock clock;
    private final Scheduler blocking;

    ReplayEndpoint(
            Failures failures,
            Replays replays,
            ReplayBatches batches,
            Receipts receipts,
            Audit audit,
            Clock clock,
            Scheduler blocking) {
        this.failures = failures;
        this.replays = replays;
        this.batches = batches;
        this.clock = clock;
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

    /**
     * How many records were put in flight again.
     *
     * @param batch by which to ask what becomes of them; absent for one alone, or when nobody can remember it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Replayed(int replayed, @Nullable String batch) {}

    @PostMapping("/{receipt}/{no}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Replayed> one(
            @PathVariable String receipt,
            @PathVariable int no,
            @RequestBody One asked,
            @AuthenticationPrincipal Caller caller) {
        Actor operator = operator(caller);
        String reason = StatedReason.required(asked.reason());
        return off(() -> {
            Failure failure = find(receipt, no);
            String object = failure.receipt() + "/" + no;
            return new Replayed(
                    replay(List.of(key(failure)), operator, object, words(failure, reason))
                            .size(),
                    null);
        });
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Replayed> many(@RequestBody Many asked, @AuthenticationPrincipal Caller caller) {
        Actor operator = operator(caller);
        Map<String, String> words = new TreeMap<>(asked.filter().words());
        words.put("reason", StatedReason.required(asked.reason()));
        return off(() -> {
            List<Replays.Key> replayed = replay(failures.keys(asked.filter(), asked.most()), operator, "filter", words);
            String batch = replayed.isEmpty() ? null : batches.keep(batch(asked, operator, replayed));
            return new Replayed(replayed.size(), batch);
        });
    }

    private Batch batch(Many asked, Actor operator, List<Replays.Key> replayed) {
        return new Batch(
                clock.instant(),
                operator.name(),
                StatedReason.required(asked.reason()),
                asked.sender(),
                asked.cause(),
                replayed);
    }

    /** The audit says of many between which moments they had come, so that one of them is told from others. */
    private List<Replays.Key> replay(List<Replays.Key> keys, Actor operator, String object, Map<String, String> words) {
        return replays.replayed(
                keys, replayed -> audit.record(operator, "failure.replay", object, details(keys, replayed, words)));
    }

    /** Of many it says between which moments they had come, so that one of them is told from others. */
    private static Map<String, String> details(
            List<Replays.Key> keys, List<Replays.Key> replayed, Map<String, String> words) {
        Map<String, String> details = new TreeMap<>(words);
        details.put("replayed", Integer.toString(replayed.size()));
        if (!keys.isEmpty()) {
            details.put("oldest", keys.getFirst().acceptedAt().toString());
            details.put("newest", keys.getLast().acceptedAt().toString());
        }
        return details;
    }

    private Failure find(String receipt, int no) {
        return receipts.parse(receipt)
                .flatMap(known -> failures.find(known.id(), no, Locale.ROOT))
                .orElseThrow(() -> FailuresEndpoint.UNKNOWN);
    }

    private static Replays.Key key(Failure failure) {
        return new Replays.Key(failure.receiptId(), failure.no(), failure.acceptedAt());
    }

    /** The cause is forgotten where the record is as soon as it gets in. */
    private static Map<String, String> words(Failure failure, String reason) {
        Map<String, String> words = new TreeMap<>(Map.of("reason", reason));
        String cause = failure.kind();
        if (cause != null) {
            words.put("cause", cause);
        }
        return words;
    }

    private Mono<Replayed> off(Callable<Replayed> work) {
        return Mono.fromCallable(work).subscribeOn(blocking);
    }

    private static Actor operator(Caller caller) {
        return caller.allowed(Right.REPLAY);
    }
}
