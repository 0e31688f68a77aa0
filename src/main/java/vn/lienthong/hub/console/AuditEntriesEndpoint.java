package vn.lienthong.hub.console;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.trust.AuditFilter;
import vn.lienthong.trust.AuditLine;

/** The audit to be read by people: newest first, by who, what, to what and when. Whoever begins to read is in it too. */
@RestController
class AuditEntriesEndpoint {

    private static final int MOST = 500;

    private final Audit audit;
    private final JsonMapper json;
    private final Scheduler blocking;

    AuditEntriesEndpoint(Audit audit, JsonMapper json, @Qualifier("blocking") Scheduler blocking) {
        this.audit = audit;
        this.json = json;
        this.blocking = blocking;
    }

    record Entry(long id, String at, String actor, String role, String action, String object, JsonNode details) {}

    /** {@code next} goes into {@code before}; absent on the last page. */
    record Page(List<Entry> entries, @Nullable Long next) {}

    @GetMapping("/api/v1/audit/entries")
    Mono<Page> list(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Caller caller) {
        AuditFilter filter = new AuditFilter(given(actor), given(action), given(object), from, until);
        int size = Math.clamp(limit, 1, MOST);
        return Mono.fromCallable(() -> {
                    Page page = page(filter, before == null ? Long.MAX_VALUE : before, size);
                    if (before == null) {
                        audit.record(caller.actor(), "audit.read", "entries", words(filter));
                    }
                    return page;
                })
                .subscribeOn(blocking);
    }

    private Page page(AuditFilter filter, long before, int size) {
        List<Entry> entries =
                audit.find(filter, before, size).stream().map(this::entry).toList();
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

    private static Map<String, String> words(AuditFilter filter) {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "actor", filter.actor());
        put(words, "action", filter.action());
        put(words, "object", filter.object());
        put(words, "from", filter.from());
        put(words, "until", filter.until());
        return words;
    }

    private static void put(Map<String, String> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value.toString());
        }
    }
}
