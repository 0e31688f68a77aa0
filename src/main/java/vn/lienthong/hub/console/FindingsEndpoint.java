package vn.lienthong.hub.console;

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
import vn.lienthong.hub.dossier.Findings;
import vn.lienthong.hub.platform.time.VietnamTime;

/** What was found about the results of dossiers, for staff. */
@RestController
class FindingsEndpoint {

    private static final int MOST = 500;

    private final Findings findings;
    private final Scheduler blocking;

    FindingsEndpoint(Findings findings, @Qualifier("blocking") Scheduler blocking) {
        this.findings = findings;
        this.blocking = blocking;
    }

    record Line(String code, String subject, String rule, String detail, OffsetDateTime foundAt) {}

    @GetMapping("/api/v1/findings")
    Mono<Map<String, List<Line>>> read(
            @RequestParam(required = false) @Nullable String rule, @RequestParam(defaultValue = "100") int limit) {
        return Mono.fromCallable(() -> findings.newest(rule, Math.clamp(limit, 1, MOST)).stream()
                        .map(found -> new Line(
                                found.code(),
                                found.subject(),
                                found.rule(),
                                found.detail(),
                                found.foundAt().atOffset(VietnamTime.OFFSET)))
                        .toList())
                .subscribeOn(blocking)
                .map(lines -> Map.of("findings", lines));
    }
}
