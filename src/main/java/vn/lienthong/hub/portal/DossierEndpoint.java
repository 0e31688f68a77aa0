package vn.lienthong.hub.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.access.Sightings;
import vn.lienthong.hub.catalog.agency.Agency;
import vn.lienthong.hub.dossier.Authorities;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.EventFlag;
import vn.lienthong.hub.dossier.EventView;
import vn.lienthong.hub.dossier.Findings;
import vn.lienthong.hub.dossier.UnknownDossier;
import vn.lienthong.hub.dossier.deadline.Deadlines;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.time.VietnamTime;

/** The canonical dossier and its events for authorised callers; a sender reads its own dossiers only. */
@RestController
class DossierEndpoint {

    private final Dossiers dossiers;
    private final Deadlines deadlines;
    private final MaskedDossier masked;
    private final AnsweringAgencies places;
    private final Findings findings;
    private final Authorities authorities;
    private final Owners owners;
    private final Sightings sightings;
    private final Scheduler blocking;

    DossierEndpoint(
            Dossiers dossiers,
            Deadlines deadlines,
            MaskedDossier masked,
            AnsweringAgencies places,
            Findings findings,
            Authorities authorities,
            Owners owners,
            Sightings sightings,
            @Qualifier("blocking") Scheduler blocking) {
        this.places = places;
        this.findings = findings;
        this.authorities = authorities;
        this.dossiers = dossiers;
        this.deadlines = deadlines;
        this.masked = masked;
        this.owners = owners;
        this.sightings = sightings;
        this.blocking = blocking;
    }

    /** {@code reveal=true} needs an operator and a {@code reason}, and leaves an audit entry. */
    @GetMapping({"/api/v1/dossiers", "/api/v1/dossiers/{code}"})
    Mono<Page> read(
            @PathVariable(name = "code", required = false) @Nullable String inPath,
            @RequestParam(name = "code", required = false) @Nullable String inQuery,
            @RequestParam(name = "reveal", defaultValue = "false") boolean reveal,
            @RequestParam(name = "reason", required = false) @Nullable String reason,
            ServerWebExchange exchange) {
        String code = Lookup.code(inPath, inQuery);
        Caller caller = caller(exchange);
        return Mono.fromCallable(() -> {
                    DossierView dossier = find(code, caller);
                    if (reveal) {
                        mayReveal(caller, reason);
                    }
                    sightings.note(
                            caller, reveal ? "dossier.reveal" : "dossier.view", dossier.code(), dossier.code(), reason);
                    DueDates due = deadlines.of(dossier.id()).map(DueDates::of).orElse(null);
                    return Page.of(dossier, due, places.of(dossier), masked.of(dossier.facts(), reveal))
                            .with(authorities.of(dossier.id()).orElse(dossier.sender()), findings.of(dossier.id()));
                })
                .subscribeOn(blocking);
    }

    @GetMapping({"/api/v1/dossiers/events", "/api/v1/dossiers/{code}/events"})
    Mono<Map<String, List<Event>>> events(
            @PathVariable(name = "code", required = false) @Nullable String inPath,
            @RequestParam(name = "code", required = false) @Nullable String inQuery,
            ServerWebExchange exchange) {
        String code = Lookup.code(inPath, inQuery);
        Caller caller = caller(exchange);
        return Mono.fromCallable(() -> dossiers.events(find(code, caller).id()).stream()
                        .map(Event::of)
                        .toList())
                .subscribeOn(blocking)
                .map(events -> Map.of("events", events));
    }

    private DossierView find(String code, Caller caller) {
        DossierView found = dossiers.byCode(code)
                .filter(dossier -> isTheirs(dossier, caller))
                .orElseThrow(() -> UnknownDossier.problem(code));
        if (caller.citizen() != null) {
            owners.checkSure(caller.citizen(), found);
            owners.recordReading(caller.actor(), caller.citizen(), found);
        }
        return found;
    }

    /** Of the system it was filed in and of the one that works on it; of the citizen in whose name it was filed. */
    private boolean isTheirs(DossierView dossier, Caller caller) {
        if (caller.citizen() != null) {
            return owners.owns(caller.citizen(), dossier);
        }
        return caller.sees(dossier.sender())
                || authorities.of(dossier.id()).filter(caller::sees).isPresent();
    }

    private static void mayReveal(Caller caller, @Nullable String reason) {
        if (!caller.may(Right.REVEAL) || reason == null || reason.isBlank()) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "reveal-needs-reason",
                    "Chỉ cán bộ vận hành được xem dữ liệu cá nhân, và phải nêu lý do (reason)");
        }
    }

    private static Caller caller(ServerWebExchange exchange) {
        return Caller.of(exchange)
                .orElseThrow(() -> new ProblemException(HttpStatus.UNAUTHORIZED, "unauthorised", "Cần khóa truy cập"));
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant at) {
        return at == null ? null : at.atOffset(VietnamTime.OFFSET);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            String code,
            String sender,
            @Nullable DossierStatus status,
            long version,
            @Nullable OffsetDateTime receivedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime dueProposed,
            @Nullable String hold,
            @Nullable DueDates due,
            long configVersion,
            @Nullable Agency receivingAgency,
            List<Agency> resolvingAgencies,
            @Nullable ObjectNode dossier,
            @Nullable String keeper,
            @Nullable List<Findings.Finding> findings) {

        /** Who works on it, and what is doubtful about its results. */
        Page with(String itsKeeper, List<Findings.Finding> found) {
            return new Page(
                    code,
                    sender,
                    status,
                    version,
                    receivedAt,
                    dueAt,
                    dueProposed,
                    hold,
                    due,
                    configVersion,
                    receivingAgency,
                    resolvingAgencies,
                    dossier,
                    itsKeeper,
                    found.isEmpty() ? null : found);
        }

        static Page of(
                DossierView d, @Nullable DueDates due, AnsweringAgencies.Both agencies, @Nullable ObjectNode facts) {
            return new Page(
                    d.code(),
                    d.sender(),
                    d.status(),
                    d.version(),
                    local(d.receivedAt()),
                    local(d.dueAt()),
                    local(d.dueProposed()),
                    d.hold() == null ? null : d.hold().cause(),
                    due,
                    d.configVersion(),
                    agencies.receiving(),
                    agencies.resolving(),
                    facts,
                    null,
                    null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            int seq,
            String kind,
            @Nullable DossierStatus status,
            @Nullable OffsetDateTime at,
            String timeSource,
            String verdict,
            Set<EventFlag> flags,
            String sender,
            List<String> fields,
            @Nullable OffsetDateTime recordedAt,
            String correlationId,
            List<String> doubts) {

        static Event of(EventView e) {
            return new Event(
                    e.seq(),
                    e.kind().name(),
                    e.status(),
                    local(e.orderAt()),
                    e.timeSource().name(),
                    e.verdict().name(),
                    e.flags(),
                    e.sender(),
                    e.fields(),
                    local(e.recordedAt()),
                    e.correlationId(),
                    e.doubts());
        }
    }
}
