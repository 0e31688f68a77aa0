package vn.lienthong.hub.intake.submissions;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.routes.RouteControl;

/**
 * Stands the routes of a sender still whose messages fail again and again: what waits stays on its own queue, the others
 * go on, and an operator resumes it when the cause is mended. Each node counts for itself, all of them stand still.
 */
@Component
@EnableConfigurationProperties(QuarantineSettings.class)
class Quarantine {

    private static final Logger log = LoggerFactory.getLogger(Quarantine.class);

    private final RouteControl routes;
    private final QuarantineSettings settings;
    private final Clock clock;
    private final ConcurrentMap<String, Deque<Instant>> faults = new ConcurrentHashMap<>();

    Quarantine(RouteControl routes, QuarantineSettings settings, Clock clock) {
        this.routes = routes;
        this.settings = settings;
        this.clock = clock;
    }

    /** One more message of the sender had to be parked because the hub failed on it. */
    void fault(String sender, String cause) {
        if (tooMany(sender)) {
            String reason = "Cách ly tự động: %d lỗi trong %s, gần nhất %s"
                    .formatted(settings.faults(), settings.within(), cause);
            log.error("Sender {} is in quarantine: {}", sender, reason);
            List.of("receive-" + sender, "register-" + sender)
                    .forEach(route -> routes.suspend(route, Actor.HUB, reason));
        }
    }

    private boolean tooMany(String sender) {
        Deque<Instant> seen = faults.computeIfAbsent(sender, id -> new ArrayDeque<>());
        synchronized (seen) {
            Instant now = clock.instant();
            seen.addLast(now);
            while (seen.getFirst().isBefore(now.minus(settings.within()))) {
                seen.removeFirst();
            }
            boolean many = seen.size() >= settings.faults();
            if (many) {
                seen.clear();
            }
            return many;
        }
    }
}
