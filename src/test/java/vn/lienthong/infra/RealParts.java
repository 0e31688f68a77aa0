package vn.lienthong.infra;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.flywaydb.core.Flyway;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.infra.PartAddresses.Database;
import vn.lienthong.infra.local.LocalParts;

/**
 * The real PostgreSQL, Redis and Artemis of the test run: one set per test process, in a folder and on ports of its own,
 * started when first asked for and stopped with the process; and a second set for classes that run beside the others.
 */
public final class RealParts {

    private static final Path ROOT = Path.of("target", "real-parts").toAbsolutePath();
    private static final Settings FREE_PORTS = Settings.of(Map.of(
            "LIENTHONG_PORT", "0",
            "LIENTHONG_POSTGRES_PORT", "0",
            "LIENTHONG_REDIS_PORT", "0",
            "LIENTHONG_STANDIN_PORT", "0"));
    private static final String TEMPLATE = "migrated";

    private final HubHome home;
    private final LocalParts parts;
    private final AtomicInteger databases = new AtomicInteger();

    private RealParts(HubHome home) {
        this.home = home;
        this.parts = LocalParts.on(home, ROOT.resolve("bin"), FREE_PORTS, message -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(parts, home.data())));
        var servers = parts.startServers();
        parts.startBroker();
        LocalParts.await(servers);
        migrateTemplate();
    }

    /** The set of this test process, or the second one for a class that runs {@link BesideOthers}. */
    public static RealParts shared() {
        return BesideOthers.Lane.isEntered() ? Second.PARTS : Shared.PARTS;
    }

    /** Addresses of everything; the database is the empty one named after the hub. */
    public PartAddresses addresses() {
        return parts.addresses();
    }

    /** The same parts with a migrated database of its own, for a test that starts a whole context. */
    public PartAddresses addressesWithFreshDatabase() {
        PartAddresses all = parts.addresses();
        return new PartAddresses(freshDatabaseAddress(), all.cache(), all.broker(), all.nationalPortal());
    }

    /** Folders for a test that needs a {@link HubHome}: data of its own, everything else from the working copy. */
    public HubHome freshHome() {
        Path homes = home.data().resolve("homes");
        return homeOn(homes.resolve(Integer.toString(databases.incrementAndGet())));
    }

    /** A new, migrated and empty database with a small pool of its own; close it when done. */
    public HikariDataSource freshDatabase() {
        var pool = DatabaseConfiguration.pool(freshDatabaseAddress());
        pool.setMaximumPoolSize(12);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        return new HikariDataSource(pool);
    }

    /** Makes a user of the database server who may do nothing yet. */
    public void newDatabaseUser(String name, String password) {
        try {
            String admin =
                    Files.readString(home.secrets().resolve("postgres-admin")).strip();
            execute("postgres", admin, "create role " + name + " login password '" + password + "'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new pool to the broker; stop it when done. Queues are shared, so a test names its own. */
    public JmsPoolConnectionFactory jms() throws JMSException {
        return BrokerConfiguration.pool(brokerConnectionFactory());
    }

    /** The factory without pool, as the door uses it. */
    public ActiveMQConnectionFactory brokerConnectionFactory() throws JMSException {
        return BrokerConfiguration.connectionFactory(addresses().broker());
    }

    private Database freshDatabaseAddress() {
        String name = "test_" + databases.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return named(name);
    }

    private void migrateTemplate() {
        execute("create database " + TEMPLATE);
        Database template = named(TEMPLATE);
        Flyway.configure()
                .dataSource(template.url(), template.user(), template.password())
                .schemas("hub")
                .load()
                .migrate();
    }

    private Database named(String name) {
        Database hub = addresses().database();
        return new Database(hub.url().replace("/lienthong?", "/" + name + "?"), hub.user(), hub.password());
    }

    private void execute(String sql) {
        Database hub = addresses().database();
        execute(hub.user(), hub.password(), sql);
    }

    private void execute(String user, String password, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(addresses().database().url(), user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void stop(LocalParts parts, Path data) {
        parts.close();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the servers of test processes that were killed, and removes their folders. */
    private static void forgetKilledRuns() {
        try (Stream<Path> folders = Files.list(Files.createDirectories(ROOT))) {
            folders.filter(folder -> folder.getFileName().toString().startsWith("data-"))
                    .forEach(RealParts::forgetUnlessInUse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forgetUnlessInUse(Path data) {
        try {
            stop(LocalParts.on(homeOn(data), ROOT.resolve("bin"), FREE_PORTS, message -> {}), data);
        } catch (StartFailure inUse) {
            // a test process that still runs: its folder is its own business
        }
    }

    private static HubHome homeOn(Path data) {
        return HubHome.of(Settings.of(Map.of("LIENTHONG_DATA", data.toString())));
    }

    private static RealParts start() {
        forgetKilledRuns();
        return new RealParts(
                homeOn(ROOT.resolve("data-" + ProcessHandle.current().pid())));
    }

    /** The programs are those that the first set has unpacked. */
    private static RealParts startSecond() {
        Path first = Shared.PARTS.home.data();
        return new RealParts(homeOn(first.resolveSibling(first.getFileName() + "-second")));
    }

    private static final class Shared {
        static final RealParts PARTS = start();
    }

    private static final class Second {
        static final RealParts PARTS = startSecond();
    }
}
