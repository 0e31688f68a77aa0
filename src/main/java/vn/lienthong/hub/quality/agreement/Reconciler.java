package vn.lienthong.hub.quality.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.dossier.NeighbourView;
import vn.lienthong.hub.dossier.OutwardDossiers;
import vn.lienthong.hub.dossier.SyncReport;
import vn.lienthong.hub.dossier.UnplacedRecords;
import vn.lienthong.hub.platform.database.DatabaseFailure;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.reason.Reasons;
import vn.lienthong.hub.platform.time.VietnamTime;
import vn.lienthong.hub.quality.lists.OtherList;
import vn.lienthong.hub.quality.lists.UnreadableListException;

/**
 * Carries one run out: puts the other sides' rows on shelves, then goes through all sides in ranges of the code's order.
 *
 * <p>It reads on a connection of its own and no faster than its rate; nothing is locked and no transaction stays open.
 */
@Component
class Reconciler {

    static final Duration LEASE = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final int ROWS_AT_ONCE = 5_000;
    private static final int THOUSAND = 1_000;

    private final Reconciliations runs;
    private final Lists lists;
    private final OwnConnection connections;
    private final Agencies agencies;
    private final NeighbourView portal;
    private final SampleLookUps lookUps;
    private final UnplacedRecords records;
    private final ReconciliationSettings settings;
    private final Clock clock;

    Reconciler(
            Reconciliations runs,
            Lists lists,
            OwnConnection connections,
            Agencies agencies,
            NeighbourView portal,
            SampleLookUps lookUps,
            UnplacedRecords records,
            ReconciliationSettings settings,
            Clock clock) {
        this.runs = runs;
        this.lists = lists;
        this.connections = connections;
        this.agencies = agencies;
        this.portal = portal;
        this.lookUps = lookUps;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    /** A run whose database goes away stays as it is and begins anew when its lease has ended. */
    void carryOut(Reconciliation run, String lease) {
        Tally tally = new Tally();
        try (Connection own = connections.open()) {
            compare(new Work(run, lease, own, tally));
            runs.done(run.id(), lease, tally.counts());
        } catch (UnreadableListException unreadable) {
            runs.failed(run.id(), lease, tally.counts(), words(unreadable.reason()));
        } catch (SQLException | RuntimeException failure) {
            if (DatabaseFailure.meansAway(failure)) {
                log.warn("Reconciliation {} interrupted: {}", run.id(), failure.getMessage());
                return;
            }
            log.error("Reconciliation {} failed", run.id(), failure);
            runs.failed(run.id(), lease, tally.counts(), String.valueOf(failure.getMessage()));
        }
    }

    private static String words(Reason reason) {
        var text = Reasons.text(reason, Reasons.VIETNAMESE);
        return text.sentence() + " " + text.remedy();
    }

    /** What one run needs on its way. */
    private final class Work {
        final Reconciliation run;
        final String lease;
        final Connection own;
        final JdbcClient db;
        final Tally tally;
        final Instant now = clock.instant();
        final Pace pace = new Pace(settings.rowsPerSecond());
        final Register register;
        final Comparison comparison;
        int differences;

        Work(Reconciliation run, String lease, Connection own, Tally tally) {
            this.run = run;
            this.lease = lease;
            this.own = own;
            this.tally = tally;
            this.db = JdbcClient.create(new SingleConnectionDataSource(own, true));
            this.register = new Register(db, run.scope());
            this.comparison = new Comparison(agencies, LocalDate.ofInstant(now, VietnamTime.ZONE), tally);
        }

        Causes causes() {
            return new Causes(
                    portal.neighbour(),
                    new SyncReport(db),
                    new OutwardDossiers(db),
                    records,
                    now,
                    settings.lateAfter());
        }

        Page page() {
            return new Page(register, run.scope(), comparison, tally);
        }

        void found(List<Finding> findings) {
            List<Causes.Explained> explained = causes().explain(findings);
            tally.add("inTransit", findings.size() - explained.size());
            explained.forEach(one ->
                    tally.difference(one.finding().against(), one.finding().kind(), one.cause()));
            Differences.write(db, run.id(), differences, explained, now);
            differences += explained.size();
            runs.renew(run.id(), lease, LEASE);
        }
    }

    private void compare(Work work) {
        Differences.forget(work.db, work.run.id());
        List<Shelved> shelves = new ArrayList<>();
        try {
            shelve(work, work.run.portalList(), Against.PORTAL, shelves);
            shelve(work, work.run.senderList(), Against.SENDER, shelves);
            if (!shelves.isEmpty()) {
                inRanges(work, shelves);
            }
        } finally {
            shelves.forEach(shelved -> shelved.shelf.drop());
        }
        if (work.run.sample() != null) {
            lookUps.ask(work.register.sample(work.run.sample()), work.tally, work::page, work::found);
        }
        Differences.age(work.db, work.run.id());
    }

    private record Shelved(KeptList list, Shelf shelf) {}

    private void shelve(Work work, @Nullable UUID id, Against side, List<Shelved> shelves) {
        if (id == null) {
            return;
        }
        KeptList list = lists.find(id).orElseThrow(() -> new IllegalStateException("no list " + id));
        Shelf shelf = new Shelf(work.own, work.db, work.run.id(), side, list.sender());
        shelves.add(new Shelved(list, shelf));
        shelf.build();
        try (OtherList rows = lists.open(list)) {
            rows.read(ROWS_AT_ONCE, work.tally, batch -> {
                shelf.add(batch);
                work.tally.add(side.name().toLowerCase(Locale.ROOT), batch.size());
                runs.renew(work.run.id(), work.lease, LEASE);
                work.pace.after(batch.size());
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        refuseUnreadable(work.tally);
        shelf.sort();
    }

    /** So many would show as missing on the other side that are not. */
    private void refuseUnreadable(Tally tally) {
        long bad = tally.of("unreadable");
        long all = bad + tally.of("portal") + tally.of("sender");
        if (bad * THOUSAND > all * settings.mostUnreadable()) {
            throw new UnreadableListException(Reason.of("too-many-unreadable-lines")
                    .with("count", Long.toString(bad))
                    .with("all", Long.toString(all))
                    .with("line", Long.toString(tally.firstUnreadable())));
        }
    }

    private void inRanges(Work work, List<Shelved> shelves) {
        List<Shelf> all = shelves.stream().map(Shelved::shelf).toList();
        Range rest = Range.of(work.run.scope());
        String end = rest.upTo();
        for (boolean more = true; more; ) {
            String bound = work.register.bound(rest, settings.page(), all);
            range(work, shelves, rest.upTo(bound));
            more = bound != null;
            rest = bound == null ? rest : rest.next(bound, end);
        }
    }

    private void range(Work work, List<Shelved> shelves, Range range) {
        List<Ours> ours = work.register.range(range);
        List<Page.Side> sides = shelves.stream().map(one -> side(one, range)).toList();
        work.tally.add("hub", ours.size());
        work.found(work.page().compare(ours, sides));
        work.pace.after(ours.size()
                + sides.stream().mapToInt(side -> side.rows().size()).sum());
    }

    private Page.Side side(Shelved shelved, Range range) {
        KeptList list = shelved.list;
        Instant settled = list.madeAt().toInstant().minus(settings.inTransit());
        return new Page.Side(list.side(), list.sender(), settled, shelved.shelf.range(range));
    }
}
