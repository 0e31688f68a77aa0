package vn.lienthong.identity.audit;

import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.trust.AuditFilter;
import vn.lienthong.trust.AuditPage;

/** The audit of identity to be read by people: newest first, by who, what, to what and when. Each page that is read is in it too. */
@RestController
class AuditEntriesEndpoint {

    private final Journal journal;

    AuditEntriesEndpoint(Journal journal) {
        this.journal = journal;
    }

    @GetMapping("/api/v1/identity/audit/entries")
    AuditPage list(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit,
            Principal caller) {
        AuditFilter filter = new AuditFilter(actor, action, object, from, until);
        AuditPage page = AuditPage.of(journal::find, filter, before, limit);
        Actor reader = new Actor(caller.getName(), Actor.Role.INSPECTOR);
        journal.record(reader, "audit-read", "entries", filter.words(before));
        return page;
    }
}
