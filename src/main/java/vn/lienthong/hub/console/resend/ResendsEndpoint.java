package vn.lienthong.hub.console.resend;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.dossier.ParkedRecords;
import vn.lienthong.hub.intake.Receipt;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.http.StatedReason;
import vn.lienthong.hub.platform.http.WholeBody;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.quality.resend.Item;
import vn.lienthong.hub.quality.resend.Plan;
import vn.lienthong.hub.quality.resend.PlanKind;
import vn.lienthong.hub.quality.resend.Plans;
import vn.lienthong.hub.quality.resend.ResendSettings;
import vn.lienthong.hub.quality.resend.Selection;

/** Plans to tell the portal many dossiers again. */
@RestController
@RequestMapping("/api/v1/resends")
class ResendsEndpoint {

    private static final int MOST = 1_000;
    private static final int MOST_PLANS = 200;
    private static final int LONGEST_BODY = 8 << 20;

    private final Plans plans;
    private final ResendSettings settings;
    private final Receipts receipts;
    private final JsonMapper json;
    private final Scheduler blocking;

    ResendsEndpoint(Plans plans, ResendSettings settings, Receipts receipts, JsonMapper json, Scheduler blocking) {
        this.plans = plans;
        this.settings = settings;
        this.receipts = receipts;
        this.json = json;
        this.blocking = blocking;
    }

    /** Hours of the day, in Vietnam, in which a plan runs; they may pass midnight. */
    record Window(@Nullable LocalTime from, @Nullable LocalTime until) {}

    /** Which dossiers are told again, how fast, when and why. */
    record Proposal(
            @Nullable PlanKind work,
            @Nullable List<String> codes,
            @Nullable String sender,
            @Nullable String procedure,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String cause,
            @Nullable Boolean includeConfirmed,
            @Nullable Integer perSecond,
            @Nullable Window window,
            @Nullable String reason) {

        Selection selection() {
            return new Selection(codes == null ? List.of() : codes, sender, procedure, from, to, cause);
        }
    }

    private static final Proposal NOTHING =
            new Proposal(null, null, null, null, null, null, null, null, null, null, null);

    /** Why something is done with a plan. */
    record Why(@Nullable String reason) {}

    /** Newest first; {@code next} goes into {@code before}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Plan> resends, @Nullable OffsetDateTime next) {}

    /** An item; one that is a record says which, since it may name no dossier yet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            @JsonUnwrapped Item item,
            @Nullable String receipt,
            @Nullable Integer record) {}

    /** {@code next} goes into {@code after}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Items(List<Row> items, @Nullable Integer next) {}

    /** Read whole up to eight megabytes, which is room for the longest list of codes. */
    @PostMapping
    Mono<ResponseEntity<Plan>> propose(ServerHttpRequest request, @AuthenticationPrincipal Caller caller) {
        Actor operator = operator(caller);
        return WholeBody.of(request.getBody(), LONGEST_BODY)
                .publishOn(blocking)
                .map(body -> plans.propose(checked(read(body), operator), operator))
                .map(plan -> ResponseEntity.created(URI.create("/api/v1/resends/" + plan.id()))
                        .body(plan));
    }

    private Proposal read(byte[] body) {
        try {
            Proposal proposal = json.readValue(body, Proposal.class);
            return proposal == null ? NOTHING : proposal;
        } catch (JacksonException unreadable) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "bad-request", "The proposal cannot be read: " + place(unreadable));
        }
    }

    private static String place(JacksonException unreadable) {
        return unreadable.getPath().isEmpty()
                ? "it is no JSON object"
                : String.valueOf(unreadable.getPath().getFirst().getPropertyName());
    }

    private Plans.Proposal checked(Proposal proposal, Actor operator) {
        Selection selection = proposal.selection();
        if (selection.empty()) {
            throw unfit("nothing-chosen", "codes", "Say which dossiers: codes, sender, procedure, from, to or cause");
        }
        if (selection.from() != null && selection.to() != null && selection.to().isBefore(selection.from())) {
            throw unfit("to-before-from", "to", "The period ends before it begins");
        }
        if (proposal.work() == PlanKind.RENORMALISE && selection.procedure() != null) {
            throw unfit("selection-unfit", "procedure", "A parked record has no procedure yet");
        }
        int rate = proposal.perSecond() == null ? settings.perSecond() : proposal.perSecond();
        if (rate < 1 || rate > settings.fastest()) {
            throw unfit("out-of-bounds", "perSecond", "1 to " + settings.fastest());
        }
        Window window = proposal.window() == null ? new Window(null, null) : proposal.window();
        if ((window.from() == null) != (window.until() == null)
                || window.from() != null && window.from().equals(window.until())) {
            throw unfit("window-unfit", "window", "Give both ends of the window, and two different ones");
        }
        return new Plans.Proposal(
                proposal.work() == null ? PlanKind.RESEND : proposal.work(),
                selection,
                Boolean.TRUE.equals(proposal.includeConfirmed()),
                rate,
                window.from(),
                window.until(),
                StatedReason.required(proposal.reason()),
                operator.name());
    }

    @GetMapping
    Mono<Page> page(
            @RequestParam(required = false) @Nullable OffsetDateTime before,
            @RequestParam(defaultValue = "20") int limit) {
        int size = Math.clamp(limit, 1, MOST_PLANS);
        return Mono.fromCallable(() -> {
                    List<Plan> found = plans.page(before, size);
                    return new Page(
                            found, found.size() < size ? null : found.getLast().proposedAt());
                })
                .subscribeOn(blocking);
    }

    @GetMapping("/{id}")
    Mono<Plan> read(@PathVariable UUID id) {
        return Mono.fromCallable(() -> find(id)).subscribeOn(blocking);
    }

    @GetMapping("/{id}/items")
    Mono<Items> items(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String forecast,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        return Mono.fromCallable(() -> {
                    find(id);
                    List<Item> found = plans.items(id, forecast, outcome, after, size);
                    return new Items(
                            found.stream().map(this::row).toList(),
                            found.size() < size ? null : found.getLast().no());
                })
                .subscribeOn(blocking);
    }

    private Row row(Item item) {
        ParkedRecords.Key key = item.record();
        return key == null
                ? new Row(item, null, null)
                : new Row(item, receipts.text(new Receipt(key.receipt())), key.no());
    }

    @PostMapping("/{id}/{act}")
    Mono<Plan> act(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestBody Why why,
            @AuthenticationPrincipal Caller caller) {
        Actor operator = operator(caller);
        String reason = StatedReason.required(why.reason());
        Plans.Act known = Plans.Act.named(act)
                .orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "unknown-act", "A plan knows no " + act));
        return Mono.fromCallable(() -> plans.act(id, known, reason, operator)).subscribeOn(blocking);
    }

    private Plan find(UUID id) {
        return plans.find(id)
                .orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "unknown-plan", "There is no such plan"));
    }

    private static Actor operator(Caller caller) {
        return caller.allowed(Right.REPLAY);
    }

    private static ProblemException unfit(String rule, String field, String detail) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT, rule, detail, List.of(new Reason(rule, field, null, Map.of())));
    }
}
