package vn.lienthong.hub.console.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Which areas of the console changed in the last seconds, by what PostgreSQL itself counts of each table's rows: one small
 * query for all readers together, none when nobody looks, and no table has to tell anybody anything.
 */
@Component
class Pulse {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);
    private static final Duration BEAT = Duration.ofSeconds(2);

    /** Tables by the beginning of their names, partitions included; the longest that fits counts. */
    private static final Map<String, String> AREAS = Map.ofEntries(
            Map.entry("records", "dossiers"),
            Map.entry("submissions", "dossiers"),
            Map.entry("events", "dossiers"),
            Map.entry("dossiers", "dossiers"),
            Map.entry("sync", "national"),
            Map.entry("calls", "national"),
            Map.entry("attempts", "national"),
            Map.entry("maintenance", "national"),
            Map.entry("reconciliations", "national"),
            Map.entry("differences", "national"),
            Map.entry("resend_", "resends"),
            Map.entry("suspended_routes", "routes"),
            Map.entry("issue", "issues"),
            Map.entry("meaning_proposals", "issues"),
            Map.entry("dispatches", "dossiers"),
            Map.entry("handovers", "dossiers"),
            Map.entry("api_keys", "departments"),
            Map.entry("collect_rounds", "departments"),
            Map.entry("config_versions", "departments"),
            Map.entry("audit", "audit"));

    /** For so long it goes on when nobody looks: whoever goes from page to page misses nothing on the way. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Clock clock;
    private final Flux<Set<String>> beats;

    /** When each area was last seen to have changed. */
    private final Map<String, Instant> changed = new ConcurrentHashMap<>();

    /** Since when every change is seen; far in the future while none is. */
    private volatile Instant watching = Instant.MAX;

    Pulse(JdbcClient db, Clock clock, @Qualifier("blocking") Scheduler blocking) {
        this.db = db;
        this.clock = clock;
        this.beats = Flux.interval(Duration.ZERO, BEAT)
                .onBackpressureDrop()
                .concatMap(beat -> Mono.fromCallable(this::counted).subscribeOn(blocking), 1)
                .doOnNext(first -> watching = watching.equals(Instant.MAX) ? clock.instant() : watching)
                .buffer(2, 1)
                .filter(pair -> pair.size() == 2)
                .map(pair -> changed(pair.get(0), pair.get(1)))
                .doOnNext(areas -> areas.forEach(area -> changed.put(area, clock.instant())))
                .doFinally(nobody -> watching = Instant.MAX)
                .publish()
                .refCount(1, AFTERWARDS);
    }

    /** The areas that may have changed since a page was made; all of them when nobody watched all that time. */
    Set<String> since(Instant made) {
        Set<String> areas = new TreeSet<>(AREAS.values());
        Instant at = made.minus(BEAT);
        if (at.isAfter(watching)) {
            areas.removeIf(area -> !changed.getOrDefault(area, Instant.MIN).isAfter(at));
        }
        return areas;
    }

    /** The areas that changed, every two seconds; an empty set keeps the connection alive. */
    Flux<Set<String>> beats() {
        return beats;
    }

    private Map<String, Long> counted() {
        Map<String, Long> counts = new HashMap<>();
        try {
            db.sql("""
                            select relname, n_tup_ins + n_tup_upd + n_tup_del as touched
                              from pg_stat_user_tables where schemaname = 'hub'
                            """)
                    .query((row, number) -> Map.entry(row.getString("relname"), row.getLong("touched")))
                    .list()
                    .forEach(entry -> counts.merge(area(entry.getKey()), entry.getValue(), Long::sum));
        } catch (DataAccessException away) {
            log.debug("No pulse while the database is away", away);
        }
        return counts;
    }

    private static String area(String table) {
        return AREAS.entrySet().stream()
                .filter(entry -> table.startsWith(entry.getKey()))
                .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue)
                .orElse("");
    }

    private static Set<String> changed(Map<String, Long> before, Map<String, Long> after) {
        Set<String> changed = new TreeSet<>();
        after.forEach((area, count) -> {
            if (!area.isEmpty() && !count.equals(before.get(area))) {
                changed.add(area);
            }
        });
        return changed;
    }
}
