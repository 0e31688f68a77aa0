package vn.lienthong.hub.console.queues;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.lienthong.hub.console.queues.DeadLetters.Found;
import vn.lienthong.hub.console.queues.QueueListing.Listing;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.http.StatedReason;
import vn.lienthong.hub.platform.routes.Queues;

/** The broker's queues, what lies in them without its bodies, and the way back for what the broker gave up on. */
@RestController
@RequestMapping("/api/v1/queues")
class QueuesEndpoint {

    private static final int MOST = 50;
    private static final ProblemException UNKNOWN = new ProblemException(
            HttpStatus.NOT_FOUND, "unknown-message", "Thông điệp này không còn ở đây; có thể đã được trả lại");

    private final BrokerQueues queues;
    private final QueueListing listing;
    private final DeadLetters dead;
    private final Audit audit;
    private final Scheduler blocking;

    QueuesEndpoint(
            BrokerQueues queues,
            QueueListing listing,
            DeadLetters dead,
            Audit audit,
            @Qualifier("blocking") Scheduler blocking) {
        this.queues = queues;
        this.listing = listing;
        this.dead = dead;
        this.audit = audit;
        this.blocking = blocking;
    }

    /** Why a message is returned. */
    record Why(@Nullable String reason) {}

    /** Where it went. */
    record Returned(long id, String to) {}

    /** A department's people see the queues in which its own submissions wait, and no dead letters. */
    @GetMapping
    Mono<Listing> list(@AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(listing::list)
                .map(all -> new Listing(
                        all.complete(),
                        all.lacks(),
                        all.queues().stream()
                                .filter(queue -> sees(caller, queue.name()))
                                .toList()))
                .subscribeOn(blocking);
    }

    private static boolean sees(Caller caller, String queue) {
        String only = caller.sender();
        return only == null || queue.equals(Queues.door(only)) || queue.equals(Queues.record(only));
    }

    @GetMapping("/{name}/messages")
    Mono<Map<String, List<HeldMessage>>> messages(
            @PathVariable String name,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Caller caller) {
        if (!sees(caller, name)) {
            throw BrokerQueues.UNKNOWN;
        }
        return Mono.fromCallable(() -> Map.of("messages", queues.messages(name, Math.clamp(limit, 1, MOST))))
                .subscribeOn(blocking);
    }

    @PostMapping("/dead/{id}/return")
    Mono<Returned> back(@PathVariable long id, @RequestBody Why why, @AuthenticationPrincipal Caller caller) {
        Actor operator = caller.allowed(Right.REPLAY);
        String reason = StatedReason.required(why.reason());
        return Mono.fromCallable(() -> {
                    Found found = dead.find(id).orElseThrow(() -> UNKNOWN);
                    String to = origin(found);
                    takeBack(found, to, operator, reason);
                    listing.forget();
                    return new Returned(id, to);
                })
                .subscribeOn(blocking);
    }

    /** Only to where it came from, and only while somebody there works on it. */
    private String origin(Found found) {
        String origin = found.message().origin();
        if (origin == null || !listing.isRead(origin)) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "no-way-back",
                    origin == null
                            ? "Broker không ghi thông điệp này đến từ đâu"
                            : "Không tuyến nào của trung tâm đọc " + origin);
        }
        return origin;
    }

    /** The entry first and for good, for no lock of the audit may wait for the broker; what hinders it is a second one. */
    private void takeBack(Found found, String to, Actor operator, String reason) {
        Map<String, String> told = Map.of(
                "to",
                to,
                "reason",
                reason,
                "correlationId",
                Objects.requireNonNullElse(found.message().correlationId(), ""));
        String object = found.queue() + "/" + found.message().id();
        audit.record(operator, "queue.return", object, told);
        try {
            if (!dead.takesBack(found)) {
                throw UNKNOWN;
            }
        } catch (ProblemException hindered) {
            audit.record(operator, "queue.return-failed", object, Map.of("to", to, "cause", hindered.kind()));
            throw hindered;
        }
    }
}
