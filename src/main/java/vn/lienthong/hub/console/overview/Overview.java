package vn.lienthong.hub.console.overview;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.console.overview.Standing.Attention;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Counts what is open and what came today, by indexes over what is open and by day; never over everything. */
@Repository
class Overview {

    /** No step of ours takes so long while all is well. */
    private static final Duration STUCK = Duration.ofMinutes(15);

    private static final Duration LATELY = Duration.ofMinutes(5);
    private static final Duration RECENT = Duration.ofDays(7);
    private static final Duration NEWS = Duration.ofDays(30);
    private static final Duration COUNTED_ANEW = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Senders senders;
    private final Clock clock;
    private final OverviewSettings settings;
    private final Neighbour portal;

    /** A day of calls changes little in a minute, and takes longer to count than all the rest. */
    private final LoadingCache<Duration, Map<String, Counted>> inTime =
            Caffeine.newBuilder().expireAfterWrite(COUNTED_ANEW).maximumSize(1).build(this::told);

    Overview(JdbcClient db, Senders senders, Clock clock, OverviewSettings settings, Neighbour nationalPortal) {
        this.portal = nationalPortal;
        this.db = db;
        this.senders = senders;
        this.clock = clock;
        this.settings = settings;
    }

    private record Counted(
            String sender, long[] numbers, @Nullable OffsetDateTime at) {}

    List<Standing> standings() {
        Instant now = clock.instant();
        Instant midnight = LocalDate.ofInstant(now, VietnamTime.ZONE)
                .atStartOfDay(VietnamTime.ZONE)
                .toInstant();
        var today = bySender("""
                select sender, count(*) as a, count(*) filter (where state = 'REGISTERED') as b,
                       count(*) filter (where state = 'REFUSED') as c, null::timestamptz as at
                  from hub.records where accepted_at >= :since group by sender
                """, midnight);
        var open = bySender("""
                select sender, count(*) filter (where state = 'PARKED') as a,
                       count(*) filter (where state = 'IN_FLIGHT') as b, 0 as c,
                       min(accepted_at) filter (where state = 'IN_FLIGHT') as at
                  from hub.records where state <> 'REGISTERED' and state in ('PARKED', 'IN_FLIGHT') group by sender
                """, now);
        // each part is carried by an index of its own; asked as one, every row of the ledger is read
        var owed = bySender("""
                select d.sender, count(*) as a, count(*) filter (where s.state = 'BLOCKED') as b,
                       count(*) filter (where s.cause like 'not sendable: %' or s.cause like 'cannot be written: %') as c,
                       min(s.queued_at) filter (where s.state <> 'BLOCKED') as at
                  from (select dossier_id, state, queued_at, null::text as cause from hub.sync
                         where neighbour = :portal and environment = :environment and state = 'QUEUED'
                        union all
                        select dossier_id, state, queued_at, null from hub.sync
                         where neighbour = :portal and environment = :environment and state = 'SENDING'
                        union all
                        select dossier_id, state, queued_at, cause from hub.sync
                         where neighbour = :portal and environment = :environment and state = 'BLOCKED'
                        union all
                        select dossier_id, state, queued_at, null from hub.sync
                         where neighbour = :portal and environment = :environment
                           and state = 'IDLE' and next_attempt_at is not null) s
                  join hub.dossiers d on d.id = s.dossier_id
                 group by d.sender
                """, now);
        var last = bySender("""
                select sender, 0 as a, 0 as b, 0 as c, max(accepted_at) as at
                  from hub.submissions where accepted_at >= :since group by sender
                """, now.minus(RECENT));
        var told = inTime.get(settings.promptly());
        var sent = bySender("""
                select e.sender, count(*) as a, 0 as b, 0 as c, null::timestamptz as at
                  from hub.attempts a
                  join hub.calls c on c.id = a.call_id and c.started_at = a.started_at
                   and c.environment = :environment
                  join hub.events e on e.dossier_id = a.dossier_id and e.seq = any (a.seqs)
                   and e.recorded_at >= cast(:since as timestamptz) - interval '30 days'
                 where a.started_at >= :since and a.neighbour = :portal and a.verdict = 'ACKED' and e.kind = 'STATUS'
                 group by e.sender
                """, now.minus(LATELY));
        var lately = bySender("""
                select sender, count(*) as a, 0 as b, 0 as c, null::timestamptz as at
                  from hub.records where accepted_at >= :since group by sender
                """, now.minus(LATELY));
        return senders.all().stream()
                .map(sender -> standing(sender, now, today, open, owed, last, told, lately, sent))
                .sorted(Comparator.comparing(one -> one.attention().isEmpty()))
                .toList();
    }

    /** How fast the national portal had what happened, of what it took within a day; older news are no news any more. */
    private Map<String, Counted> told(Duration promptly) {
        OffsetDateTime since = clock.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC);
        return db
                .sql("""
                        select e.sender, count(*) as a,
                               count(*) filter (where a.started_at - e.recorded_at <= make_interval(secs => :seconds)) as b,
                               0 as c, null::timestamptz as at
                          from hub.attempts a
                          join hub.calls c on c.id = a.call_id and c.started_at = a.started_at
                           and c.environment = :environment
                          join hub.events e on e.dossier_id = a.dossier_id and e.seq = any (a.seqs)
                           and e.recorded_at >= :oldest
                         where a.started_at >= :since and a.neighbour = :portal and a.verdict = 'ACKED'
                           and e.kind = 'STATUS'
                         group by e.sender
                        """)
                .param("since", since)
                .param("oldest", since.minus(NEWS))
                .param("portal", portal.name())
                .param("environment", portal.environment())
                .param("seconds", promptly.toSeconds())
                .query((row, number) -> counted(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Counted::sender, counted -> counted));
    }

    private Map<String, Counted> bySender(String query, Instant since) {
        return db
                .sql(query)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("portal", portal.name())
                .param("environment", portal.environment())
                .query((row, number) -> counted(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Counted::sender, counted -> counted));
    }

    private static Counted counted(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return new Counted(
                row.getString("sender"),
                new long[] {row.getLong("a"), row.getLong("b"), row.getLong("c")},
                at == null ? null : at.withOffsetSameInstant(VietnamTime.OFFSET));
    }

    private static Standing standing(
            Sender sender,
            Instant now,
            Map<String, Counted> today,
            Map<String, Counted> open,
            Map<String, Counted> owed,
            Map<String, Counted> last,
            Map<String, Counted> told,
            Map<String, Counted> lately,
            Map<String, Counted> sent) {
        var none = new Counted(sender.id(), new long[3], null);
        Counted came = today.getOrDefault(sender.id(), none);
        Counted waits = open.getOrDefault(sender.id(), none);
        Counted owes = owed.getOrDefault(sender.id(), none);
        Counted took = told.getOrDefault(sender.id(), none);
        return new Standing(
                sender.id(),
                sender.name(),
                came.numbers()[0],
                came.numbers()[1],
                came.numbers()[2],
                waits.numbers()[0],
                waits.numbers()[1],
                waits.at(),
                owes.numbers()[0],
                owes.numbers()[1],
                owes.numbers()[2],
                owes.at(),
                took.numbers()[0],
                took.numbers()[1],
                perMinute(lately.getOrDefault(sender.id(), none).numbers()[0]),
                perMinute(sent.getOrDefault(sender.id(), none).numbers()[0]),
                last.getOrDefault(sender.id(), none).at(),
                attention(now, waits, owes));
    }

    private static double perMinute(long count) {
        return Math.round(count * 10.0 / LATELY.toMinutes()) / 10.0;
    }

    private static List<Attention> attention(Instant now, Counted waits, Counted owes) {
        List<Attention> attention = new ArrayList<>();
        if (waits.at() != null && waits.at().toInstant().isBefore(now.minus(STUCK))) {
            attention.add(Attention.STUCK);
        }
        if (owes.numbers()[1] > 0) {
            attention.add(Attention.BLOCKED);
        }
        if (waits.numbers()[0] > 0) {
            attention.add(Attention.PARKED);
        }
        return attention;
    }
}
