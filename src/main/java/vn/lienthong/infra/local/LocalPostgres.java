package vn.lienthong.infra.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import vn.lienthong.infra.PartAddresses.Database;
import vn.lienthong.infra.StartFailure;

/** PostgreSQL on the loopback address, with the hub's own role and database. */
final class LocalPostgres implements Server {

    static final String HUB = "lienthong";
    private static final String ADMIN = "postgres";
    private static final String WRONG_PASSWORD = "28P01";

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=120",
            "shared_buffers=256MB",
            "synchronous_commit=on",
            "fsync=on",
            "wal_compression=off",
            "max_wal_size=2GB",
            // short statements on a solid-state disk: compiling plans costs more than it saves
            "jit=off",
            "random_page_cost=1.1",
            // a new month's tables are empty when their first statements are planned
            "autovacuum_naptime=15s",
            "idle_in_transaction_session_timeout=30s",
            "log_checkpoints=off",
            // a failing statement or a row would carry personal data into the log
            "log_min_error_statement=panic",
            "log_error_verbosity=terse");

    private final LocalCluster cluster;
    private final int port;
    private final Secrets secrets;

    LocalPostgres(Path data, Binaries binaries, int port, Secrets secrets) {
        this.cluster = new LocalCluster(data.resolve("postgres"), binaries, secrets);
        this.port = port;
        this.secrets = secrets;
    }

    Database address() {
        return new Database(url(HUB) + "?currentSchema=hub", HUB, secrets.password("postgres"));
    }

    /** Makes the hub's role and database where they are missing, with the password of the secrets folder. */
    void ensureDatabase() {
        try (Connection admin = connect();
                Statement statement = admin.createStatement()) {
            if (isMissing(admin, "select 1 from pg_roles where rolname = ?")) {
                statement.execute("create role " + HUB + " login createdb");
            }
            statement.execute(
                    "alter role " + HUB + " password '" + address().password().replace("'", "''") + "'");
            if (isMissing(admin, "select 1 from pg_database where datname = ?")) {
                statement.execute("create database " + HUB + " owner " + HUB);
            }
        } catch (SQLException e) {
            throw new StartFailure("the hub's database cannot be made: " + e.getMessage(), "see data/logs", e);
        }
    }

    private static boolean isMissing(Connection admin, String query) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(query)) {
            statement.setString(1, HUB);
            return !statement.executeQuery().next();
        }
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public String id() {
        return "postgres";
    }

    @Override
    public boolean isEssential() {
        return true;
    }

    @Override
    public void prepare() throws IOException {
        cluster.prepare();
    }

    @Override
    public ProcessBuilder command() throws IOException {
        List<String> command = new ArrayList<>(Platform.ownSession());
        command.addAll(Platform.notAsRoot());
        command.addAll(
                List.of(cluster.program("postgres"), "-D", cluster.folder().toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        return new ProcessBuilder(command);
    }

    @Override
    public boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new StartFailure(
                        "PostgreSQL refuses the password in " + secrets.file("postgres-admin"),
                        "restore data/secrets from the same backup as data/postgres",
                        e);
            }
            return false;
        }
    }

    /** Replaying the write-ahead log after a crash may take minutes on a slow disk. */
    @Override
    public Duration patience() {
        return Duration.ofMinutes(10);
    }

    /** SIGINT is PostgreSQL's fast shutdown: it does not wait for clients to leave, as SIGTERM would. */
    @Override
    public void askToEnd(ProcessHandle process) {
        Platform.signal("INT", process);
    }

    private Connection connect() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(url("postgres"));
        source.setConnectTimeout(2);
        source.setSocketTimeout(10);
        return source.getConnection(ADMIN, secrets.password("postgres-admin"));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
