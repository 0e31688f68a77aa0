package vn.lienthong.hub.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.dossier.integrity.IntegrityFindings;
import vn.lienthong.hub.dossier.integrity.IntegrityFindings.Wanted;
import vn.lienthong.hub.platform.time.VietnamTime;

/** What looks wrong or false although it is registered and told: for inspectors, newest first. */
@RestController
class IntegrityEndpoint {

    private static final int MOST = 500;

    private final IntegrityFindings findings;
    private final Scheduler blocking;

    IntegrityEndpoint(IntegrityFindings findings, @Qualifier("blocking") Scheduler blocking) {
        this.findings = findings;
        this.blocking = blocking;
    }

    /** A finding, told once with a count. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Line(
            String dossier,
            String sender,
            String rule,
            String kind,
            String subject,
            String detail,
            OffsetDateTime first,
            OffsetDateTime last,
            int times,
            @Nullable OffsetDateTime settled) {

        static Line of(IntegrityFindings.Kept kept) {
            var finding = kept.finding();
            return new Line(
                    finding.dossier(),
                    finding.sender(),
                    finding.rule(),
                    finding.kind(),
                    finding.subject(),
                    finding.detail(),
                    local(finding.first()),
                    local(finding.last()),
                    finding.times(),
                    kept.settled() == null ? null : local(kept.settled()));
        }

        private static OffsetDateTime local(Instant at) {
            return at.atOffset(VietnamTime.OFFSET);
        }
    }

    @GetMapping("/api/v1/integrity")
    Mono<List<Line>> list(
            @RequestParam(defaultValue = "") String dossier,
            @RequestParam(defaultValue = "") String sender,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "50") int limit) {
        var wanted = new Wanted(dossier, sender, rule, kind, open);
        return Mono.fromCallable(() -> findings.page(wanted, Math.clamp(limit, 1, MOST)).stream()
                        .map(Line::of)
                        .toList())
                .subscribeOn(blocking);
    }
}
