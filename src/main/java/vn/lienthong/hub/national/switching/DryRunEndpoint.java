package vn.lienthong.hub.national.switching;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;

/** Says before a switch-over what the new dialect would take of an agency's next dossiers. */
@RestController
class DryRunEndpoint {

    private static final int USUAL = 20;
    private static final int MOST = 200;

    private final DryRun dryRun;
    private final Scheduler blocking;

    DryRunEndpoint(DryRun dryRun, Scheduler blocking) {
        this.dryRun = dryRun;
        this.blocking = blocking;
    }

    /** Which switch is tried: the agency's id in the catalogue, the door's name in national.yaml, the day. */
    record Order(
            @Nullable String agency,
            @Nullable String dialect,
            @Nullable String date,
            @Nullable Integer limit) {}

    @PostMapping("/api/v1/national/dialects/dry-run")
    Mono<DryRun.Report> run(@RequestBody Order order, @AuthenticationPrincipal Caller caller) {
        caller.allowed(Right.REPLAY);
        String agency = given("agency", order.agency());
        String dialect = given("dialect", order.dialect());
        LocalDate day = day(given("date", order.date()));
        int limit = order.limit() == null ? USUAL : Math.clamp(order.limit(), 1, MOST);
        return Mono.fromCallable(() -> dryRun.of(agency, dialect, day, limit)).subscribeOn(blocking);
    }

    private static String given(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw bad("Give " + field, Reason.of("wrong-kind", field, null));
        }
        return value.strip();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw bad("date is a day: yyyy-MM-dd", Reason.of("wrong-kind", "date", null));
        }
    }

    static ProblemException bad(String detail, Reason reason) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-request", detail, List.of(reason));
    }
}
