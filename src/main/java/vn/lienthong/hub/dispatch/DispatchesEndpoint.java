package vn.lienthong.hub.dispatch;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;

/** What systems are handed, for staff; an operator tells it again, or hands a dossier to another system. */
@RestController
@RequestMapping("/api/v1/dispatches")
class DispatchesEndpoint {

    private final DispatchLog log;
    private final Dispatches dispatches;
    private final Moves moves;
    private final Audit audit;
    private final Scheduler blocking;

    DispatchesEndpoint(
            DispatchLog log,
            Dispatches dispatches,
            Moves moves,
            Audit audit,
            @Qualifier("blocking") Scheduler blocking) {
        this.log = log;
        this.dispatches = dispatches;
        this.moves = moves;
        this.audit = audit;
        this.blocking = blocking;
    }

    /** The dossier, the system that is to work on it from now on, and why. */
    record Move(
            @Nullable String code,
            @Nullable String system,
            @Nullable String reason) {}

    @GetMapping
    Mono<Map<String, List<DispatchLog.Line>>> list(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String system,
            @RequestParam(required = false) @Nullable String state) {
        return Mono.fromCallable(() -> log.lines(code, system, state))
                .subscribeOn(blocking)
                .map(lines -> Map.of("dispatches", lines));
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Map<String, String>> again(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(() -> {
                    if (!id.matches("lt-[0-9a-f-]{36}") || !dispatches.again(UUID.fromString(id.substring(3)))) {
                        throw new ProblemException(
                                HttpStatus.CONFLICT, "dispatch-not-failed", "Không có thông điệp lỗi nào mang mã này");
                    }
                    audit.record(caller.actor(), "dispatch.replay", id, Map.of());
                    return Map.of("id", id);
                })
                .subscribeOn(blocking);
    }

    /** A change of route leaves running dossiers where they are; this moves one. */
    @PostMapping("/move")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Map<String, String>> move(@RequestBody Move move, @AuthenticationPrincipal Caller caller) {
        String code = given(move.code(), "code");
        String system = given(move.system(), "system");
        String reason = given(move.reason(), "reason");
        return Mono.fromCallable(() -> {
                    String from = moves.move(code, system);
                    audit.record(
                            caller.actor(),
                            "dispatch.move",
                            code,
                            Map.of("from", from, "to", system, "reason", reason));
                    return Map.of("code", code, "from", from, "to", system);
                })
                .subscribeOn(blocking);
    }

    private static String given(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "field-missing", field + ": bắt buộc phải có");
        }
        return value.strip();
    }
}
