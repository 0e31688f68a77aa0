package vn.lienthong.hub.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.dossier.Divergences;
import vn.lienthong.hub.dossier.Divergences.Divergence;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.platform.time.VietnamTime;

/** What systems said of dossiers that others keep, for staff. */
@RestController
class DivergencesEndpoint {

    private static final int MOST = 500;

    private final Divergences divergences;
    private final Scheduler blocking;

    DivergencesEndpoint(Divergences divergences, @Qualifier("blocking") Scheduler blocking) {
        this.divergences = divergences;
        this.blocking = blocking;
    }

    /** As staff read it; without a claimed status it spoke of details only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String code,
            String sender,
            String owner,
            @Nullable DossierStatus claimed,
            @Nullable DossierStatus held,
            int times,
            OffsetDateTime firstAt,
            OffsetDateTime lastAt,
            String correlationId) {

        static Line of(Divergence said) {
            return new Line(
                    said.code(),
                    said.sender(),
                    said.owner(),
                    said.claimed(),
                    said.held(),
                    said.times(),
                    said.firstAt().atOffset(VietnamTime.OFFSET),
                    said.lastAt().atOffset(VietnamTime.OFFSET),
                    said.correlationId());
        }
    }

    @GetMapping("/api/v1/divergences")
    Mono<Map<String, List<Line>>> read(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String sender,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(defaultValue = "100") int limit) {
        return Mono.fromCallable(() -> divergences.newest(code, sender, owner, Math.clamp(limit, 1, MOST)).stream()
                        .map(Line::of)
                        .toList())
                .subscribeOn(blocking)
                .map(lines -> Map.of("divergences", lines));
    }
}
