package vn.lienthong.hub.console.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.StatedReason;
import vn.lienthong.hub.quality.agreement.Against;
import vn.lienthong.hub.quality.agreement.EvidenceKey;
import vn.lienthong.hub.quality.agreement.KeptList;
import vn.lienthong.hub.quality.agreement.Lists;
import vn.lienthong.hub.quality.agreement.Reconciliation;
import vn.lienthong.hub.quality.agreement.Reconciliations;
import vn.lienthong.hub.quality.agreement.Scope;

/** Comparisons with the portal and with senders: asked for here, worked on by the nodes one after another. */
@RestController
@RequestMapping("/api/v1/reconciliations")
class ReconciliationsEndpoint {

    private static final int MOST = 200;
    private static final int MOST_LOOK_UPS = 10_000;

    private final Reconciliations runs;
    private final Lists lists;
    private final EvidenceKey key;
    private final Audit audit;
    private final Scheduler blocking;

    ReconciliationsEndpoint(Reconciliations runs, Lists lists, EvidenceKey key, Audit audit, Scheduler blocking) {
        this.runs = runs;
        this.lists = lists;
        this.key = key;
        this.audit = audit;
        this.blocking = blocking;
    }

    /** With which lists the register is compared, or how many dossiers are looked up at the portal, and which. */
    record Order(
            @Nullable UUID portalList,
            @Nullable UUID senderList,
            @Nullable Integer lookUps,
            @Nullable String fromCode,
            @Nullable String toCode,
            @Nullable String agency,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason) {}

    /** Newest first; {@code next} continues and is absent on the last page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<Reconciliation> reconciliations, @Nullable OffsetDateTime next) {}

    @PostMapping
    Mono<ResponseEntity<Reconciliation>> ask(@RequestBody Order order, @AuthenticationPrincipal Caller caller) {
        Actor operator = Asked.operator(caller);
        String reason = StatedReason.required(order.reason());
        check(order);
        return Mono.fromCallable(() -> asked(order, operator, reason)).subscribeOn(blocking);
    }

    private static void check(Order order) {
        if (order.portalList() == null && order.senderList() == null && order.lookUps() == null) {
            throw Asked.unfit("nothing-to-compare", "portalList", null, "Name a list, or how many look-ups");
        }
        if (order.portalList() != null && order.lookUps() != null) {
            throw Asked.unfit("list-or-look-ups", "lookUps", null, "Either the portal's list or look-ups");
        }
        Integer lookUps = order.lookUps();
        if (lookUps != null && (lookUps < 1 || lookUps > MOST_LOOK_UPS)) {
            throw Asked.unfit("out-of-bounds", "lookUps", lookUps.toString(), "1 to " + MOST_LOOK_UPS);
        }
        if (order.from() != null && order.to() != null && order.to().isBefore(order.from())) {
            throw Asked.unfit("to-before-from", "to", order.to().toString(), "The period ends before it begins");
        }
    }

    private ResponseEntity<Reconciliation> asked(Order order, Actor operator, String reason) {
        known(order.portalList(), Against.PORTAL, "portalList");
        KeptList senders = known(order.senderList(), Against.SENDER, "senderList");
        boolean noPortal = order.portalList() == null && order.lookUps() == null;
        Scope scope = new Scope(
                order.fromCode(),
                order.toCode(),
                order.agency(),
                order.from(),
                order.to(),
                noPortal && senders != null ? senders.sender() : null);
        Reconciliation run = runs.ask(new Reconciliations.Order(
                scope, order.portalList(), order.senderList(), order.lookUps(), operator.name(), reason));
        audit.record(operator, "reconciliation.ask", run.id().toString(), Map.of("reason", reason));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/reconciliations/" + run.id()))
                .body(run);
    }

    private @Nullable KeptList known(@Nullable UUID id, Against side, String field) {
        if (id == null) {
            return null;
        }
        return lists.find(id)
                .filter(list -> list.side() == side)
                .orElseThrow(() -> Asked.unfit("unknown-list", field, id.toString(), "There is no such list"));
    }

    @GetMapping
    Mono<Page> page(
            @RequestParam(required = false) @Nullable OffsetDateTime before,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        return Mono.fromCallable(() -> {
                    List<Reconciliation> found = runs.page(before, size);
                    return new Page(
                            found, found.size() < size ? null : found.getLast().askedAt());
                })
                .subscribeOn(blocking);
    }

    @GetMapping("/{id}")
    Mono<Reconciliation> read(@PathVariable UUID id) {
        return Mono.fromCallable(() -> find(runs, id)).subscribeOn(blocking);
    }

    /** The public half of the key that signs evidence. */
    @GetMapping("/key")
    Map<String, String> key() {
        return key.jwk();
    }

    static Reconciliation find(Reconciliations runs, UUID id) {
        return runs.find(id)
                .orElseThrow(() -> Asked.unknown("unknown-reconciliation", "There is no such reconciliation"));
    }
}
