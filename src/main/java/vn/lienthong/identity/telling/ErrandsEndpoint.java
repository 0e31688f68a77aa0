package vn.lienthong.identity.telling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.http.Api;
import vn.lienthong.identity.http.Callers;
import vn.lienthong.identity.http.Fault;
import vn.lienthong.identity.http.Reasons;
import vn.lienthong.identity.http.Refusal;

/** What clients were told and are still to be told; and telling one of them again what it lost. */
@Api
@RestController
@RequestMapping("/api/v1/identity/errands")
class ErrandsEndpoint {

    private static final int MOST = 200;

    private final Errands errands;
    private final Journal journal;

    ErrandsEndpoint(Errands errands, Journal journal) {
        this.errands = errands;
        this.journal = journal;
    }

    record Page(List<Errand> errands, @Nullable Long next) {}

    record Again(
            @Nullable String client,
            @Nullable Instant from,
            @Nullable String reason) {}

    /** Newest first; {@code next} goes into {@code before}. */
    @GetMapping
    Page page(
            @RequestParam @Nullable String client,
            Errand.@Nullable State state,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<Errand> found = errands.page(client, state, before, size);
        return new Page(found, found.size() < size ? null : found.getLast().id());
    }

    @PostMapping("/again")
    Map<String, Integer> again(@RequestBody Again wanted, Authentication caller) {
        if (wanted.client() == null || wanted.from() == null) {
            String field = wanted.client() == null ? "client" : "from";
            throw Refusal.wrong(List.of(new Fault(field, "missing", "say which client, and since when")));
        }
        String reason = Reasons.required(wanted.reason());
        int count = errands.again(wanted.client(), wanted.from());
        journal.record(
                Callers.actor(caller),
                "events-told-again",
                wanted.client(),
                Map.of("from", wanted.from().toString(), "count", count, "reason", reason));
        return Map.of("errands", count);
    }
}
