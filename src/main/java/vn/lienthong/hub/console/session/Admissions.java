package vn.lienthong.hub.console.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.api.Ask;
import vn.lienthong.hub.console.api.HubApi;
import vn.lienthong.hub.platform.reason.Reasons;

/** Makes a visit of a proof: asks the API whose it is, and lets in who may see lists. */
@Component
public class Admissions {

    private static final String NEEDED = "SEE_LISTS";

    private final HubApi api;
    private final Visits visits;
    private final Clock clock;
    private final Scheduler blocking;

    Admissions(HubApi api, Visits visits, Clock clock, @Qualifier("blocking") Scheduler blocking) {
        this.blocking = blocking;
        this.api = api;
        this.visits = visits;
        this.clock = clock;
    }

    /** With a key of one's own; false when it opens nothing here. */
    public Mono<Boolean> byKey(ServerWebExchange exchange, String key) {
        return arrive(exchange, key, null, null, null);
    }

    Mono<Boolean> arrive(
            ServerWebExchange exchange,
            String proof,
            @Nullable String refresh,
            @Nullable Instant renewAt,
            @Nullable String hint) {
        return api.ask(Ask.get("/api/v1/me"), proof, Reasons.VIETNAMESE)
                .publishOn(blocking) // sealing draws random bytes
                .map(me -> visit(me, proof, refresh, renewAt, hint)
                        .map(visit -> visits.keep(exchange, visit) || visits.keep(exchange, visit.withoutHint()))
                        .orElse(false));
    }

    private Optional<Visit> visit(
            Answer me, String proof, @Nullable String refresh, @Nullable Instant renewAt, @Nullable String hint) {
        Set<String> rights = new TreeSet<>();
        me.list("rights").forEach(right -> rights.add(String.valueOf(right)));
        Instant now = clock.instant();
        return me.ok() && rights.contains(NEEDED)
                ? Optional.of(new Visit(
                        me.text("name"),
                        me.text("role"),
                        rights,
                        me.text("department"),
                        proof,
                        refresh,
                        renewAt,
                        hint,
                        now,
                        now))
                : Optional.empty();
    }
}
