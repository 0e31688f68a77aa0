package vn.lienthong.hub.national.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.national.portal.PortalBreaker;
import vn.lienthong.hub.national.portal.Session;
import vn.lienthong.hub.national.sync.SyncSettings;

/** Whether the portal is given up and why, whether this node holds a session, and what the last calls came to. */
@RestController
@RequestMapping("/api/v1/national")
class LinkEndpoint {

    private static final int MOST = 100;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String LOOK_UP = "TraCuuHoSo";

    private final Neighbour portal;
    private final PortalBreaker breaker;
    private final Session session;
    private final RecentCalls calls;
    private final SyncSettings settings;
    private final Clock clock;
    private final Scheduler blocking;

    LinkEndpoint(
            Neighbour nationalPortal,
            PortalBreaker portalBreaker,
            Session nationalSession,
            RecentCalls calls,
            SyncSettings settings,
            Clock clock,
            Scheduler blocking) {
        this.portal = nationalPortal;
        this.breaker = portalBreaker;
        this.session = nationalSession;
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
        this.blocking = blocking;
    }

    /**
     * The link as this node sees it; the calls are those of all nodes.
     *
     * @param lastMinute what was called in the last minute, by service
     */
    record Link(
            String environment,
            PortalBreaker.Condition breaker,
            Held session,
            List<RecentCalls.Made> lastMinute,
            Budget budget) {}

    /**
     * The session, never its token.
     *
     * @param seconds how long this node has had it
     * @param sharedForSeconds how long other nodes may still take it over; the portal does not tell when it ends
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Held(
            boolean held, @Nullable Long seconds, @Nullable Long sharedForSeconds) {}

    /**
     * What this hub allows itself; the portal has published no limit of its own.
     *
     * @param atOnce calls in the air at once, of each node
     * @param lookUps of the last minute, of {@code lookUpsAllowed} for the second look while there is other work
     */
    record Budget(int atOnce, long lookUps, long lookUpsAllowed) {}

    @GetMapping("/link")
    Mono<Link> link() {
        return Mono.fromCallable(() -> {
                    List<RecentCalls.Made> made = calls.made(clock.instant().minus(MINUTE));
                    return new Link(portal.environment(), breaker.condition(), held(), made, budget(made));
                })
                .subscribeOn(blocking);
    }

    @GetMapping("/calls")
    Mono<Map<String, List<RecentCall>>> calls(@RequestParam(defaultValue = "20") int limit) {
        return Mono.fromCallable(() -> Map.of("calls", calls.last(clock.instant(), Math.clamp(limit, 1, MOST))))
                .subscribeOn(blocking);
    }

    private Held held() {
        return new Held(
                session.current().isPresent(),
                session.age().map(Duration::toSeconds).orElse(null),
                session.sharedFor().map(Duration::toSeconds).orElse(null));
    }

    private Budget budget(List<RecentCalls.Made> made) {
        long lookUps = made.stream()
                .filter(one -> one.service().equals(LOOK_UP))
                .mapToLong(RecentCalls.Made::calls)
                .sum();
        return new Budget(settings.calls(), lookUps, settings.confirmPerSecond() * MINUTE.toSeconds());
    }
}
