package vn.lienthong.hub.portal.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.PlainText;
import vn.lienthong.hub.catalog.agency.Agency;
import vn.lienthong.hub.catalog.agency.Resolution;
import vn.lienthong.hub.catalog.agency.Succession;

/** The agencies of a day, and whom a code or name stands for on it. */
@RestController
class AgenciesEndpoint {

    private final Agencies agencies;
    private final AsOf asOf;

    AgenciesEndpoint(Agencies agencies, AsOf asOf) {
        this.agencies = agencies;
        this.asOf = asOf;
    }

    /** An agency as of the day, with what it came from and what became of it. */
    record Found(Agency agency, List<Succession> successions) {}

    /** {@code answer} is FOUND, UNKNOWN, OUT_OF_DATE or AMBIGUOUS; the agencies are those that answer on the day. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Resolved(
            LocalDate on,
            String answer,
            List<Agency> agencies,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    @GetMapping("/api/v1/catalog/agencies")
    Mono<Page<Found>> list(
            @RequestParam(name = "on", required = false) @Nullable LocalDate on,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        LocalDate day = asOf.day(on);
        return asOf.answer(() -> Page.of(day, found(day, words, kind), page, size, this::shown));
    }

    @GetMapping("/api/v1/catalog/agencies/resolution")
    Mono<Resolved> resolve(
            @RequestParam(name = "code") String codeOrName,
            @RequestParam(name = "procedure", required = false) @Nullable String procedure,
            @RequestParam(name = "on", required = false) @Nullable LocalDate on) {
        LocalDate day = asOf.day(on);
        return Mono.just(
                switch (agencies.resolve(codeOrName, procedure, day)) {
                    case Resolution.Found found -> new Resolved(day, "FOUND", List.of(found.agency()), null, null);
                    case Resolution.Ambiguous several -> new Resolved(day, "AMBIGUOUS", several.agencies(), null, null);
                    case Resolution.Unknown unknown -> new Resolved(day, "UNKNOWN", List.of(), null, null);
                    case Resolution.OutOfDate old -> outOfDate(day, procedure, old);
                });
    }

    private Resolved outOfDate(LocalDate day, @Nullable String procedure, Resolution.OutOfDate old) {
        return new Resolved(
                day, "OUT_OF_DATE", agencies.answering(old.agencyId(), procedure, day), old.from(), old.until());
    }

    private List<Agency> found(LocalDate day, String words, @Nullable String kind) {
        PlainText query = PlainText.query(words);
        return agencies.all(day).stream()
                .filter(agency -> kind == null || kind.equals(agency.kind()))
                .filter(agency -> query.in(agency.name(), agency.code(), agency.id()))
                .toList();
    }

    private Found shown(Agency agency) {
        return new Found(agency, agencies.successions(agency.id()));
    }
}
