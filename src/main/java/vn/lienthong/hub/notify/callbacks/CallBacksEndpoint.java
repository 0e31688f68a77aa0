package vn.lienthong.hub.notify.callbacks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;

/** What senders are still to be told and what failed, for staff; an operator tells it again. */
@RestController
@RequestMapping("/api/v1/call-backs")
class CallBacksEndpoint {

    private final CallBackLog log;
    private final CallBacks callBacks;
    private final Audit audit;
    private final Scheduler blocking;

    CallBacksEndpoint(CallBackLog log, CallBacks callBacks, Audit audit, @Qualifier("blocking") Scheduler blocking) {
        this.log = log;
        this.callBacks = callBacks;
        this.audit = audit;
        this.blocking = blocking;
    }

    /** Newest first, at most 200. */
    @GetMapping
    Mono<Map<String, List<CallBackLog.Line>>> list(
            @RequestParam(required = false) @Nullable String sender,
            @RequestParam(required = false) @Nullable String state) {
        return Mono.fromCallable(() -> log.lines(sender, state))
                .subscribeOn(blocking)
                .map(lines -> Map.of("callBacks", lines));
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Map<String, Long>> again(@PathVariable long id, @AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(() -> {
                    if (!callBacks.again(id)) {
                        throw new ProblemException(
                                HttpStatus.CONFLICT, "call-back-not-failed", "No failed call-back has this number");
                    }
                    audit.record(caller.actor(), "call-back.replay", Long.toString(id), Map.of());
                    return Map.of("id", id);
                })
                .subscribeOn(blocking);
    }
}
