package vn.lienthong.hub.dossier;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.catalog.CatalogFixture;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.infra.RealParts;

/** The register on a database of its own, as a test uses it. */
final class RegisterDesk implements AutoCloseable {

    final HikariDataSource database = RealParts.shared().freshDatabase();
    final JdbcClient db = JdbcClient.create(database);
    final TransactionTemplate transaction = PlatformFixture.transaction(database);
    final Dossiers dossiers = new Dossiers(db);
    final ChangeFeed feed = new ChangeFeed(db);
    final List<StatusChanged> published = Collections.synchronizedList(new ArrayList<>());
    final DossierRegister register;
    private final CatalogFixture catalog;

    RegisterDesk() {
        this(Map.of());
    }

    /** With files of the configuration changed: each by replacing a text. */
    RegisterDesk(Map<String, UnaryOperator<String>> changes) {
        Map<String, String> files =
                new TreeMap<>(PlatformFixture.projectConfig().current().files());
        changes.forEach((path, change) -> files.computeIfPresent(path, (name, text) -> change.apply(text)));
        this.catalog = CatalogFixture.of(PlatformFixture.config(files), "son-la");
        this.register = on(db);
    }

    /** The register writing through this client. */
    DossierRegister on(JdbcClient client) {
        Clock clock = Clock.systemUTC();
        return new DossierRegister(
                new RegisterTable(client, clock, PlatformFixture.seal()),
                new Placement(catalog.procedures(), catalog.agencies()),
                new Authority(catalog.senders()),
                new DueDates(catalog.procedures(), catalog.workingCalendar(), catalog.senders()),
                new SyncLedger(client, clock, List.of(new Neighbour("national", "stand-in"))),
                new Divergences(client, clock),
                event -> published.add((StatusChanged) event));
    }

    Outcome takes(Seen seen) {
        return takes(seen.observation());
    }

    Outcome takes(Observation observation) {
        return Objects.requireNonNull(transaction.execute(status -> register.register(observation)));
    }

    Outcome.Registered registers(Seen seen) {
        return (Outcome.Registered) takes(seen);
    }

    DossierView holds(String code) {
        return dossiers.byCode(code).orElseThrow(() -> new AssertionError("no dossier " + code));
    }

    List<EventView> history(String code) {
        return dossiers.events(holds(code).id());
    }

    Optional<String> syncState(String code) {
        return db.sql("select state from hub.sync where dossier_id = :id")
                .param("id", holds(code).id())
                .query(String.class)
                .optional();
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }

    @Override
    public void close() {
        database.close();
    }
}
