package vn.lienthong.hub.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.trust.AuditFilter;
import vn.lienthong.trust.AuditPage;

/** The audit to be read by people: newest first, by who, what, to what and when. Each page that is read is in it too. */
@RestController
class AuditEntriesEndpoint {

    private final Audit audit;
    private final Scheduler blocking;

    AuditEntriesEndpoint(Audit audit, @Qualifier("blocking") Scheduler blocking) {
        this.audit = audit;
        this.blocking = blocking;
    }

    @GetMapping("/api/v1/audit/entries")
    Mono<AuditPage> list(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Caller caller) {
        AuditFilter filter = new AuditFilter(actor, action, object, from, until);
        return Mono.fromCallable(() -> {
                    AuditPage page = AuditPage.of(audit::find, filter, before, limit);
                    audit.record(caller.actor(), "audit.read", "entries", filter.words(before));
                    return page;
                })
                .subscribeOn(blocking);
    }
}
