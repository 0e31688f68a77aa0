package vn.lienthong.hub.intake.collect;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;

/** How far the hub has fetched from whom, and what keeps it, for staff; an operator has it look at once. */
@RestController
@RequestMapping("/api/v1/collections")
class CollectionsEndpoint {

    private final Rounds rounds;
    private final Audit audit;
    private final Scheduler blocking;

    CollectionsEndpoint(Rounds rounds, Audit audit, @Qualifier("blocking") Scheduler blocking) {
        this.rounds = rounds;
        this.audit = audit;
        this.blocking = blocking;
    }

    @GetMapping
    Mono<Map<String, List<Rounds.Line>>> list() {
        return Mono.fromCallable(rounds::lines).subscribeOn(blocking).map(lines -> Map.of("collections", lines));
    }

    @PostMapping("/{sender}/look")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Map<String, String>> look(@PathVariable String sender, @AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(() -> {
                    if (!rounds.soon(sender)) {
                        throw new ProblemException(
                                HttpStatus.NOT_FOUND, "not-collected", "Nothing is fetched from such a sender");
                    }
                    audit.record(caller.actor(), "collection.look", sender, Map.of());
                    return Map.of("sender", sender);
                })
                .subscribeOn(blocking);
    }
}
