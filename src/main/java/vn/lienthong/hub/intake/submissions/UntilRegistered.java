package vn.lienthong.hub.intake.submissions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.dossier.Hop;
import vn.lienthong.hub.dossier.HopWatch;
import vn.lienthong.hub.platform.routes.QueueDepths;
import vn.lienthong.hub.platform.routes.QueueDepths.BrokerUnreachable;
import vn.lienthong.hub.platform.routes.Queues;

/** What was taken at the door of a system whose dossiers are worked on elsewhere, and is not in the register. */
@Component
class UntilRegistered implements HopWatch {

    private static final String HANDS_OVER = "handsOver";

    private final JdbcClient db;
    private final Senders senders;
    private final QueueDepths depths;
    private final Clock clock;
    private final Map<String, Instant> waitingSince = new ConcurrentHashMap<>();

    UntilRegistered(JdbcClient db, Senders senders, QueueDepths depths, Clock clock) {
        this.db = db;
        this.senders = senders;
        this.depths = depths;
        this.clock = clock;
    }

    @Override
    public Hop hop() {
        return Hop.REGISTER;
    }

    /** What lies in a queue has been read by nobody, so it has no code; since when, only looking tells. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void look() {
        for (String sender : handingOver()) {
            if (depth(sender) == 0) {
                waitingSince.remove(sender);
            } else {
                waitingSince.putIfAbsent(sender, clock.instant());
            }
        }
    }

    @Override
    public List<Stuck> stuck(Instant before, int limit) {
        List<Stuck> stuck = new ArrayList<>();
        look();
        waitingSince.forEach((sender, since) -> {
            if (since.isBefore(before)) {
                stuck.add(new Stuck(
                        Hop.REGISTER,
                        null,
                        Ending.HUB,
                        since,
                        "queue " + Queues.door(sender) + " is not empty: " + depth(sender) + " waiting"));
            }
        });
        stuck.addAll(records(before, limit));
        return stuck;
    }

    private List<Stuck> records(Instant before, int limit) {
        return db.sql("""
                        select code, sender, state, owner, cause, accepted_at from hub.records
                         where state in ('IN_FLIGHT', 'PARKED') and accepted_at < :before and sender = any(:senders)
                         order by accepted_at limit :limit
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("senders", handingOver().toArray(String[]::new))
                .param("limit", limit)
                .query(UntilRegistered::stuck)
                .list();
    }

    private static Stuck stuck(ResultSet row, int number) throws SQLException {
        return new Stuck(
                Hop.REGISTER,
                row.getString("code"),
                Objects.requireNonNullElse(row.getString("owner"), Ending.HUB),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                row.getString("state").equals("PARKED")
                        ? "parked: " + row.getString("cause")
                        : "taken, being worked on");
    }

    private List<String> handingOver() {
        return senders.all().stream()
                .filter(sender -> sender.settings().path(HANDS_OVER).asBoolean(false))
                .map(Sender::id)
                .toList();
    }

    private long depth(String sender) {
        try {
            return depths.of(Queues.door(sender)) + depths.of(Queues.record(sender));
        } catch (BrokerUnreachable away) {
            return 1;
        }
    }
}
