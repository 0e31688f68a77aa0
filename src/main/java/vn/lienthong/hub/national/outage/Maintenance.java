package vn.lienthong.hub.national.outage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.national.portal.PortalBreaker;
import vn.lienthong.hub.national.portal.PortalBreaker.Allowance;
import vn.lienthong.hub.national.sync.Workers;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.http.StatedReason;

/** Plans and ends maintenance windows, each act with its audit entry, and tells what is to be expected. */
@Component
class Maintenance {

    private static final int SHOWN = 100;
    private static final int FASTEST = 100_000;
    private static final int LONGEST_RAMP = 86_400;
    private static final Duration LONGEST = Duration.ofDays(14);

    private final WindowTable windows;
    private final MaintenanceWatch watch;
    private final Forecast forecast;
    private final Workers workers;
    private final PortalBreaker breaker;
    private final Acts acts;
    private final Clock clock;

    Maintenance(
            WindowTable windows,
            MaintenanceWatch watch,
            Forecast forecast,
            Workers workers,
            PortalBreaker breaker,
            Acts acts,
            Clock clock) {
        this.windows = windows;
        this.watch = watch;
        this.forecast = forecast;
        this.workers = workers;
        this.breaker = breaker;
        this.acts = acts;
        this.clock = clock;
    }

    /** An act and its entry in the audit are kept or lost together. */
    @Component
    record Acts(TransactionTemplate transaction, Audit audit) {

        void done(Actor by, String action, UUID window, Map<String, String> details, Runnable act) {
            transaction.executeWithoutResult(status -> {
                act.run();
                audit.record(by, action, window.toString(), details);
            });
        }
    }

    List<MaintenanceEndpoint.Shown> list() {
        Instant now = clock.instant();
        return windows.latest(SHOWN).stream()
                .map(window -> MaintenanceEndpoint.Shown.of(window, now))
                .toList();
    }

    MaintenanceEndpoint.Shown plan(MaintenanceEndpoint.Plan plan, Actor by) {
        Instant now = clock.instant();
        Window window = new Window(
                UUID.randomUUID(),
                time(plan.from(), "from"),
                time(plan.until(), "until"),
                StatedReason.required(plan.reason()),
                plan.drainPerSecond(),
                Optional.ofNullable(plan.rampUpSeconds()).orElse(0),
                by.name(),
                null);
        check(window, now);
        acts.done(
                by,
                "maintenance.plan",
                window.id(),
                Map.of(
                        "from", window.startsAt().toString(),
                        "until", window.endsAt().toString(),
                        "reason", window.reason()),
                () -> windows.add(window));
        return MaintenanceEndpoint.Shown.of(window, now);
    }

    void end(UUID id, @Nullable String reason, Actor by) {
        acts.done(by, "maintenance.end", id, Map.of("reason", StatedReason.required(reason)), () -> {
            if (!windows.end(id, clock.instant(), by.name())) {
                throw new ProblemException(
                        HttpStatus.CONFLICT, "not-running", "No window of this id is planned or in force");
            }
        });
    }

    Outlook outlook() {
        Instant now = clock.instant();
        Optional<Window> held = watch.held();
        long waiting = workers.depths().waiting();
        boolean away = breaker.allowance() != Allowance.ALL;
        Optional<Instant> empty = held.map(
                        window -> forecast.whenBack(now, waiting, window.endsAt(), window.drainPerSecond()))
                .orElseGet(() -> away && waiting > 0 ? Optional.empty() : forecast.whenDrained(now, waiting));
        return new Outlook(
                breaker.allowance().name(),
                held.map(Window::endsAt).orElse(null),
                held.map(Window::reason).orElse(null),
                waiting,
                workers.depths().blocked(),
                workers.depths().oldestAge().toSeconds(),
                forecast.change().isPresent() ? Math.round(forecast.change().getAsDouble() * 60) : null,
                empty.orElse(null),
                basis(held, away && waiting > 0, empty.isPresent()));
    }

    private static String basis(Optional<Window> held, boolean away, boolean known) {
        if (known) {
            return held.isPresent() ? "end of the window, then the planned or fastest measured pace" : "measured pace";
        }
        if (held.isPresent()) {
            return "no pace is planned and none was measured since the start";
        }
        return away ? "nobody announced when the portal is back" : "the backlog does not shrink";
    }

    private static Instant time(@Nullable OffsetDateTime time, String field) {
        if (time == null) {
            throw bad("Give " + field + " as a time with its offset, such as 2026-11-22T22:00:00+07:00");
        }
        return time.toInstant();
    }

    private static void check(Window window, Instant now) {
        if (!window.endsAt().isAfter(window.startsAt()) || !window.endsAt().isAfter(now)) {
            throw bad("until must be later than from and than now");
        }
        if (Duration.between(window.startsAt(), window.endsAt()).compareTo(LONGEST) > 0) {
            throw bad("A window lasts at most " + LONGEST.toDays() + " days; plan another behind it");
        }
        Integer drain = window.drainPerSecond();
        if (drain != null && (drain < 1 || drain > FASTEST)) {
            throw bad("drainPerSecond must be between 1 and " + FASTEST);
        }
        if (window.rampUpSeconds() < 0 || window.rampUpSeconds() > LONGEST_RAMP) {
            throw bad("rampUpSeconds must be between 0 and " + LONGEST_RAMP);
        }
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-window", detail);
    }
}
