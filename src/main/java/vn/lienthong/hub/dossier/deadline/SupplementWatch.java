package vn.lienthong.hub.dossier.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.WorkingCalendar;
import vn.lienthong.hub.catalog.calendar.TimeLimit;
import vn.lienthong.hub.catalog.procedure.Procedure;
import vn.lienthong.hub.dossier.deadline.SupplementWarnings.Request;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/**
 * Warns of supplements that did not come within the days of the procedure's version ({@code ThoiHanBoSung}). It changes
 * no status: that the dossier ends is the office's decision, and its event.
 */
@Component
class SupplementWatch {

    private static final Logger log = LoggerFactory.getLogger(SupplementWatch.class);
    private static final int PAGE = 500;
    /** What was asked before is not warned of for the first time now. */
    private static final Duration OLDEST = Duration.ofDays(800);

    private static final UUID FIRST = new UUID(0, 0);

    private final SupplementWarnings warnings;
    private final Procedures procedures;
    private final WorkingCalendar calendar;
    private final DatabaseBreaker database;
    private final Clock clock;

    SupplementWatch(
            SupplementWarnings warnings,
            Procedures procedures,
            WorkingCalendar calendar,
            DatabaseBreaker database,
            Clock clock) {
        this.warnings = warnings;
        this.procedures = procedures;
        this.calendar = calendar;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 5 * 60_000)
    void look() {
        if (!database.available()) {
            return;
        }
        try {
            int raised = raiseAll();
            if (raised > 0) {
                log.info("{} supplements did not come in time", raised);
            }
        } catch (RuntimeException unavailable) {
            database.failed(unavailable);
            log.warn("Supplements not looked after: {}", unavailable.getMessage());
        }
    }

    /** How many warnings are new. */
    int raiseAll() {
        int raised = 0;
        List<Request> page = warnings.unwarned(clock.instant().minus(OLDEST), FIRST, PAGE);
        while (!page.isEmpty()) {
            raised += (int) page.stream().filter(this::raised).count();
            Request last = page.getLast();
            page = warnings.unwarned(last.askedAt(), last.dossier(), PAGE);
        }
        return raised;
    }

    private boolean raised(Request request) {
        Integer days = days(request).orElse(null);
        if (days == null) {
            return false;
        }
        Instant until = calendar.of(request.agency()).due(request.askedAt(), new TimeLimit(days, TimeLimit.Unit.DAYS));
        return until.isBefore(clock.instant()) && warnings.raise(request, until, days);
    }

    private Optional<Integer> days(Request request) {
        String code = request.procedure();
        Long version = request.version();
        Optional<Procedure> procedure =
                code == null || version == null ? Optional.empty() : procedures.find(code, version);
        return procedure.map(known -> known.terms().supplement().days());
    }
}
