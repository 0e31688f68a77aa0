package vn.lienthong.hub.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.dossier.deadline.SupplementWarnings;

/** Dossiers that wait for a supplement whose time ran out: the office decides, the hub only warns. */
@RestController
class SupplementsEndpoint {

    private static final int MOST = 500;
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final SupplementWarnings warnings;
    private final Scheduler blocking;

    SupplementsEndpoint(SupplementWarnings warnings, @Qualifier("blocking") Scheduler blocking) {
        this.warnings = warnings;
        this.blocking = blocking;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String code,
            String sender,
            @Nullable String agency,
            @Nullable String procedure,
            OffsetDateTime askedAt,
            OffsetDateTime until,
            int days,
            OffsetDateTime raisedAt) {

        static Line of(SupplementWarnings.Open open) {
            return new Line(
                    open.code(),
                    open.sender(),
                    open.agencyId(),
                    open.procedureCode(),
                    local(open.askedAt()),
                    local(open.until()),
                    open.days(),
                    local(open.raisedAt()));
        }

        private static OffsetDateTime local(Instant at) {
            return at.atOffset(VIETNAM);
        }
    }

    @GetMapping("/api/v1/supplements/expired")
    Mono<Map<String, List<Line>>> expired() {
        return Mono.fromCallable(
                        () -> warnings.open(MOST).stream().map(Line::of).toList())
                .subscribeOn(blocking)
                .map(lines -> Map.of("supplements", lines));
    }
}
