package vn.lienthong.identity.telling;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.client.Clients;

/** Plans and tells twice a second. Each client has places of its own, so that one that is slow or away delays no other. */
@Component
class TellingDesk implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TellingDesk.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LOGOUT_IS_OVER = Duration.ofDays(7);
    private static final int AT_ONCE = 4;

    private final Planner planner;
    private final Errands errands;
    private final EventTokens tokens;
    private final Calls calls;
    private final EventQueue queue;
    private final Farewell farewell;
    private final Clients clients;
    private final Clock clock;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile long waiting;

    TellingDesk(
            Planner planner,
            Errands errands,
            EventTokens tokens,
            Calls calls,
            EventQueue queue,
            Farewell farewell,
            Clients clients,
            Clock clock,
            MeterRegistry meters) {
        this.planner = planner;
        this.errands = errands;
        this.tokens = tokens;
        this.calls = calls;
        this.queue = queue;
        this.farewell = farewell;
        this.clients = clients;
        this.clock = clock;
        Gauge.builder("lienthong.identity.untold", this, desk -> desk.waiting)
                .description("What clients are still to be told")
                .register(meters);
    }

    @Scheduled(fixedDelay = 500)
    void round() {
        try {
            planner.plan();
            errands.clientsWithWork().forEach(this::begin);
            waiting = errands.waiting();
        } catch (RuntimeException away) {
            log.warn("Clients are not told at the moment: {}", away.toString());
        }
    }

    private void begin(String client) {
        Semaphore free = places.computeIfAbsent(client, any -> new Semaphore(AT_ONCE));
        int count = free.drainPermits();
        List<Errand> claimed = List.of();
        UUID lease = UUID.randomUUID();
        try {
            claimed = count == 0 ? List.of() : errands.claim(client, lease, LEASE, count);
        } finally {
            free.release(count - claimed.size());
        }
        claimed.forEach(errand -> threads.execute(() -> tell(errand, lease, free)));
    }

    private void tell(Errand errand, UUID lease, Semaphore place) {
        try {
            settle(errand, lease, told(errand));
        } catch (RuntimeException ours) {
            log.warn("Errand {} of {} not settled: {}", errand.id(), errand.client(), ours.toString());
        } finally {
            place.release();
        }
    }

    private Told told(Errand errand) {
        ClientTerms terms = clients.terms(errand.client()).orElse(null);
        URI address = terms == null ? null : address(terms, errand.kind());
        if (terms == null || address == null) {
            return new Told(false, true, "the client wants it no more");
        }
        if (errand.kind() == Errand.Kind.LOGOUT && terms.speaksCas()) {
            UUID login = Objects.requireNonNull(errand.login());
            String id = "logout-" + errand.id();
            return calls.farewells(address, farewell.letters(errand.client(), login, errand.subject(), id));
        }
        String token = tokens.of(errand);
        if (EventQueue.SCHEME.equals(address.getScheme())) {
            return queue.put(address.getSchemeSpecificPart(), errand, token);
        }
        return errand.kind() == Errand.Kind.LOGOUT ? calls.logout(address, token) : calls.event(address, token);
    }

    private static @Nullable URI address(ClientTerms terms, Errand.Kind kind) {
        return kind == Errand.Kind.LOGOUT ? terms.backchannelLogout() : terms.eventsTo();
    }

    private void settle(Errand errand, UUID lease, Told told) {
        boolean over = errand.kind() == Errand.Kind.LOGOUT
                && errand.at().plus(LOGOUT_IS_OVER).isBefore(clock.instant());
        if (told.done()) {
            errands.done(errand, lease);
        } else if (told.refused() || over) {
            log.warn("{} was not told: {}", errand.client(), told.words());
            errands.giveUp(errand, lease, told.words());
        } else {
            errands.later(errand, lease, after(errand.attempts()), told.words());
        }
    }

    static Duration after(int attempts) {
        return switch (attempts) {
            case 0, 1 -> Duration.ofSeconds(2);
            case 2 -> Duration.ofSeconds(10);
            case 3 -> Duration.ofMinutes(1);
            case 4 -> Duration.ofMinutes(5);
            default -> Duration.ofMinutes(30);
        };
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
