package vn.lienthong.hub.national.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.SyncBlocked;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.http.StatedReason;

/** What the portal will not take until somebody changes something; an operator lets it be tried again. */
@RestController
@RequestMapping("/api/v1/national/blocked")
class BlockedEndpoint {

    private static final int MOST = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final SyncBlocked blocked;
    private final BlockedReplays replays;
    private final Neighbour portal;
    private final Scheduler blocking;

    BlockedEndpoint(SyncBlocked blocked, BlockedReplays replays, Neighbour nationalPortal, Scheduler blocking) {
        this.blocked = blocked;
        this.replays = replays;
        this.portal = nationalPortal;
        this.blocking = blocking;
    }

    /** A page, oldest first; {@code next} continues behind it and is absent on the last. */
    record Page(
            List<BlockedRow> blocked,
            List<SyncBlocked.Cause> causes,
            @Nullable String next) {}

    /** Which rows are replayed and why: one by {@code code}, or all whose cause starts with {@code cause}. */
    record Order(
            @Nullable String code,
            @Nullable String cause,
            @Nullable Integer limit,
            @Nullable String reason) {}

    /** How many rows will be tried again. */
    record Replayed(int replayed) {}

    @GetMapping
    Mono<Page> list(
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(required = false) @Nullable String sender,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Caller caller) {
        int size = Math.clamp(limit, 1, MOST);
        BlockedRow.Position behind = after == null ? null : BlockedRow.Position.parse(after);
        String only = caller.sender() == null ? sender : caller.sender();
        return Mono.fromCallable(() -> page(cause, only, behind, size)).subscribeOn(blocking);
    }

    /** Causes are counted over all senders, and told to who asks about all. */
    private Page page(String cause, @Nullable String sender, BlockedRow.@Nullable Position behind, int size) {
        var found = behind == null
                ? blocked.page(portal, cause, sender, Instant.EPOCH, FIRST, size)
                : blocked.page(portal, cause, sender, behind.since(), behind.dossier(), size);
        var next = found.size() < size
                ? null
                : BlockedRow.Position.of(found.getLast()).cursor();
        var causes = sender == null ? blocked.causes(portal, 20) : List.<SyncBlocked.Cause>of();
        return new Page(found.stream().map(BlockedRow::of).toList(), causes, next);
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Replayed> replay(@RequestBody Order order, @AuthenticationPrincipal Caller caller) {
        caller.allowed(Right.REPLAY);
        String reason = StatedReason.required(order.reason());
        if (blank(order.code()) == blank(order.cause())) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "bad-filter", "Give either a code or a cause");
        }
        return Mono.fromCallable(() -> new Replayed(replays.replay(order, reason, caller.actor())))
                .subscribeOn(blocking);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
