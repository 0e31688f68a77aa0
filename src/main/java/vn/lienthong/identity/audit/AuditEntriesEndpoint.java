package vn.lienthong.identity.audit;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.trust.AuditFilter;
import vn.lienthong.trust.AuditLine;

/** The audit of identity to be read by people: newest first, by who, what, to what and when. */
@RestController
class AuditEntriesEndpoint {

    private static final int MOST = 500;

    private final Journal journal;
    private final JsonMapper json;

    AuditEntriesEndpoint(Journal journal, JsonMapper json) {
        this.journal = journal;
        this.json = json;
    }

    record Entry(long id, String at, String actor, String role, String action, String object, JsonNode details) {}

    /** {@code next} goes into {@code before}; absent on the last page. */
    record Page(List<Entry> entries, @Nullable Long next) {}

    @GetMapping("/api/v1/identity/audit/entries")
    Page list(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit,
            Principal caller) {
        AuditFilter filter = new AuditFilter(given(actor), given(action), given(object), from, until);
        int size = Math.clamp(limit, 1, MOST);
        List<Entry> entries = journal.find(filter, before == null ? Long.MAX_VALUE : before, size).stream()
                .map(this::entry)
                .toList();
        if (before == null) {
            journal.record(new Actor(caller.getName(), Actor.Role.INSPECTOR), "audit-read", "entries", Map.of());
        }
        return new Page(
                entries, entries.size() < size ? null : entries.getLast().id());
    }

    private Entry entry(AuditLine line) {
        return new Entry(
                line.id(),
                line.at(),
                line.actor(),
                line.role(),
                line.action(),
                line.object(),
                json.readTree(line.details()));
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
