package vn.lienthong.hub.national.sync;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.NeighbourView;
import vn.lienthong.hub.dossier.OutwardDossiers;
import vn.lienthong.hub.dossier.SyncBlocked;
import vn.lienthong.hub.dossier.SyncClaims;
import vn.lienthong.hub.dossier.SyncConfirm;
import vn.lienthong.hub.dossier.SyncReport;
import vn.lienthong.hub.dossier.SyncSweep;
import vn.lienthong.hub.dossier.code.NationalCodes;
import vn.lienthong.hub.national.payload.Catalogue;
import vn.lienthong.hub.national.portal.PortalBreaker;
import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.trace.Traces;
import vn.lienthong.trust.Seal;

/** Everybody who works on the national portal on this node: dispatcher, sweeper, second look, gauges. */
public final class Workers {

    private static final int LEAST_IN_AIR = 10;
    private static final int IDLE_BOOST = 10;
    private static final Duration CONFIRMATION = Duration.ofSeconds(1);
    private static final Duration GAUGES = Duration.ofSeconds(15);
    private static final String ANY_CAUSE = "";

    private final Dispatch dispatch;
    private final Sweeper sweeper;
    private final Confirmation confirmation;
    private final Sights sights;
    private final Depths depths;
    private final Store store;
    private final PortalBreaker breaker;
    private final SyncSettings settings;
    private final Terms terms;
    private final Clockwork clockwork;

    public Workers(
            Neighbour neighbour,
            String node,
            SyncSettings settings,
            Store store,
            PortalBreaker breaker,
            Ways ways,
            Accounts accounts) {
        this.settings = settings;
        this.store = store;
        this.clockwork = new Clockwork("national", 2, store.database());
        this.breaker = breaker;
        this.terms = new Terms(neighbour, node, settings.lease(), settings.batch(), UUID::randomUUID, store.clock());
        var metrics = new SyncMetrics(store.meters());
        var schedule = new RetrySchedule(store.clock(), store.random());
        var sender = new Sender(ways, settings.calls(), store.clock());
        var sagas = new Sagas(store.jdbc(), new NationalCodes(store.jdbc()), neighbour, store.clock());
        var errands = new Errands(new OutwardDossiers(store.jdbc()), store.catalogue(), ways, sagas, accounts);
        var planner = new Planner(schedule, settings.gapHold(), store.clock());
        var aftermath = new Aftermath(schedule, metrics);
        var rounds = new Rounds(planner, aftermath, sender, terms);
        var logbook = store.logbook(terms, sagas);
        ways.listen(logbook::loggedIn);
        var flights = new Flights(logbook, errands, rounds, sender, metrics, terms);
        var sweep = new SyncSweep(store.jdbc(), store.clock());
        dispatch = new Dispatch(
                flights,
                new Lanes(settings.weights().map()),
                new Ramp(LEAST_IN_AIR, settings.claim() * settings.flights()),
                breaker,
                store.database(),
                new Dispatch.Pace(settings.claim(), settings.flights(), settings.linger(), settings.tick()));
        sweeper = new Sweeper(sweep, neighbour, breaker, dispatch::wake);
        confirmation = new Confirmation(
                new SyncConfirm(store.jdbc(), store.clock(), neighbour, settings.confirmAfter()),
                errands,
                new Questions(logbook, sender, terms),
                metrics);
        sights = new Sights(errands, new Questions(logbook, sender, terms));
        depths = new Depths(new SyncReport(store.jdbc()), neighbour, breaker, store.meters(), store.clock());
    }

    /** What the hub's own side offers. */
    public record Store(
            DataSource source,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            DatabaseBreaker database,
            Seal seal,
            Procedures procedures,
            Agencies agencies,
            Clock clock,
            RandomGenerator random,
            MeterRegistry meters,
            Traces traces) {

        Catalogue catalogue() {
            return new Catalogue(procedures, agencies, clock);
        }

        Logbook logbook(Terms terms, Sagas sagas) {
            var journal = new Journal(new JdbcTemplate(source), seal, terms.neighbour(), traces);
            return new Logbook(new SyncClaims(jdbc, clock), journal, sagas, transaction, database, terms);
        }
    }

    public void start() {
        clockwork.quietly(() -> sweeper.start(terms.node()));
        dispatch.start();
        clockwork.every(settings.tick(), sweeper::sweep);
        clockwork.every(CONFIRMATION, this::lookAgain);
        clockwork.every(GAUGES, depths::measure);
    }

    /** Lets what is in the air land. */
    public void stop() {
        clockwork.close();
        dispatch.stop();
    }

    public void wake() {
        dispatch.wake();
    }

    /** What the portal shows of these dossiers; nothing is asked while it is not well, and the ledger stays as it is. */
    public Map<UUID, NeighbourView.Sight> look(List<UUID> dossiers) {
        return breaker.allowance() == PortalBreaker.Allowance.ALL ? sights.of(dossiers) : Map.of();
    }

    /** From now on at most so many dossiers a second, rising evenly to that. */
    public void drain(int perSecond, Duration rampUp) {
        dispatch.drain().begin(perSecond, rampUp);
    }

    /** As many as the portal takes. */
    public void drainFreely() {
        dispatch.drain().end();
    }

    public boolean draining() {
        return dispatch.drain().planned();
    }

    public Depths depths() {
        return depths;
    }

    /** What is blocked is worth another try now that the configuration changed. */
    public void tryBlockedAgain() {
        clockwork.quietly(() -> {
            new SyncBlocked(store.jdbc(), store.clock()).replay(terms.neighbour(), ANY_CAUSE, Integer.MAX_VALUE);
            dispatch.wake();
        });
    }

    private void lookAgain() {
        if (breaker.allowance() == PortalBreaker.Allowance.ALL) {
            int budget = settings.confirmPerSecond() * (dispatch.idle() ? IDLE_BOOST : 1);
            if (confirmation.look(budget)) {
                dispatch.wake();
            }
        }
    }
}
