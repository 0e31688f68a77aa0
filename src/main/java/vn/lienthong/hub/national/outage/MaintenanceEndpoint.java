package vn.lienthong.hub.national.outage;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;

/** Announced outages of the portal, and what is to be expected of the backlog. */
@RestController
@RequestMapping("/api/v1/national")
class MaintenanceEndpoint {

    private final Maintenance maintenance;
    private final Scheduler blocking;

    MaintenanceEndpoint(Maintenance maintenance, Scheduler blocking) {
        this.maintenance = maintenance;
        this.blocking = blocking;
    }

    /** What is announced: {@code from} and {@code until} with their offset; the drain's pace is optional. */
    record Plan(
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until,
            @Nullable String reason,
            @Nullable Integer drainPerSecond,
            @Nullable Integer rampUpSeconds) {}

    /** Why a window ends before its time. */
    record End(@Nullable String reason) {}

    /** A window as it is shown. */
    record Shown(
            UUID id,
            Instant from,
            Instant until,
            String state,
            String reason,
            @Nullable Integer drainPerSecond,
            int rampUpSeconds,
            String plannedBy,
            @Nullable String endedBy) {

        static Shown of(Window window, Instant now) {
            return new Shown(
                    window.id(),
                    window.startsAt(),
                    window.endsAt(),
                    window.at(now).name(),
                    window.reason(),
                    window.drainPerSecond(),
                    window.rampUpSeconds(),
                    window.plannedBy(),
                    window.endedBy());
        }
    }

    @GetMapping("/maintenance")
    Mono<List<Shown>> list() {
        return Mono.fromCallable(maintenance::list).subscribeOn(blocking);
    }

    @PostMapping("/maintenance")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Shown> plan(@RequestBody Plan plan, @AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(() -> maintenance.plan(plan, caller.actor())).subscribeOn(blocking);
    }

    @PostMapping("/maintenance/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(@PathVariable UUID id, @RequestBody End end, @AuthenticationPrincipal Caller caller) {
        return Mono.<Void>fromRunnable(() -> maintenance.end(id, end.reason(), caller.actor()))
                .subscribeOn(blocking);
    }

    @GetMapping("/outlook")
    Mono<Outlook> outlook() {
        return Mono.fromCallable(maintenance::outlook).subscribeOn(blocking);
    }
}
