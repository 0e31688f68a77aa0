package vn.lienthong.hub.console.queues;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
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
import vn.lienthong.hub.console.queues.BrokerQueues.Found;
import vn.lienthong.hub.console.queues.BrokerQueues.Listing;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.ProblemException;

/** The broker's queues, what lies in them without its bodies, and the way back for what the broker gave up on. */
@RestController
@RequestMapping("/api/v1/queues")
class QueuesEndpoint {

    private static final int MOST = 50;
    private static final int LONGEST_REASON = 500;
    private static final ProblemException UNKNOWN = new ProblemException(
            HttpStatus.NOT_FOUND, "unknown-message", "Thông điệp này không còn ở đây; có thể đã được trả lại");

    private final BrokerQueues queues;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Scheduler blocking;

    QueuesEndpoint(
            BrokerQueues queues,
            Audit audit,
            TransactionTemplate transaction,
            @Qualifier("blocking") Scheduler blocking) {
        this.queues = queues;
        this.audit = audit;
        this.transaction = transaction;
        this.blocking = blocking;
    }

    /** Why a message is returned. */
    record Why(@Nullable String reason) {}

    /** Where it went. */
    record Returned(long id, String to) {}

    @GetMapping
    Mono<Listing> list() {
        return Mono.fromCallable(queues::list).subscribeOn(blocking);
    }

    @GetMapping("/{name}/messages")
    Mono<Map<String, List<HeldMessage>>> messages(
            @PathVariable String name, @RequestParam(defaultValue = "50") int limit) {
        return Mono.fromCallable(() -> Map.of("messages", queues.messages(name, Math.clamp(limit, 1, MOST))))
                .subscribeOn(blocking);
    }

    @PostMapping("/dead/{id}/return")
    Mono<Returned> back(@PathVariable long id, @RequestBody Why why, @AuthenticationPrincipal Caller caller) {
        Actor operator = caller.allowed(Right.REPLAY);
        String reason = reason(why.reason());
        return Mono.fromCallable(() -> {
                    Found found = queues.dead(id).orElseThrow(() -> UNKNOWN);
                    String to = origin(found);
                    transaction.executeWithoutResult(status -> takeBack(found, to, operator, reason));
                    return new Returned(id, to);
                })
                .subscribeOn(blocking);
    }

    /** Only to where it came from, and only while somebody there works on it. */
    private String origin(Found found) {
        String origin = found.message().origin();
        if (origin == null || !queues.isRead(origin)) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "no-way-back",
                    origin == null
                            ? "Broker không ghi thông điệp này đến từ đâu"
                            : "Không tuyến nào của trung tâm đọc " + origin);
        }
        return origin;
    }

    /** The entry first: if it cannot be kept the message stays, and if the message is gone the entry is not kept. */
    private void takeBack(Found found, String to, Actor operator, String reason) {
        audit.record(
                operator,
                "queue.return",
                found.queue() + "/" + found.message().id(),
                Map.of(
                        "to",
                        to,
                        "reason",
                        reason,
                        "correlationId",
                        Objects.requireNonNullElse(found.message().correlationId(), "")));
        if (!queues.takesBack(found)) {
            throw UNKNOWN;
        }
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "reason-missing",
                    "Give a reason of at most " + LONGEST_REASON + " characters");
        }
        return reason.strip();
    }
}
