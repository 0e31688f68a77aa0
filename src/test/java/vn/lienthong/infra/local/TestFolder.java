package vn.lienthong.infra.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Settings;
import vn.lienthong.infra.StartFailure;

/** A data folder and what one does to it in these tests. */
record TestFolder(Path data, List<String> announced) {

    static final Path PROGRAMS = Path.of("target", "real-parts", "bin").toAbsolutePath();
    static final Map<String, String> FREE_PORTS = Map.of(
            "LIENTHONG_PORT", "0",
            "LIENTHONG_POSTGRES_PORT", "0",
            "LIENTHONG_REDIS_PORT", "0",
            "LIENTHONG_STANDIN_PORT", "0");

    static TestFolder at(Path data) {
        return new TestFolder(data.toAbsolutePath(), new CopyOnWriteArrayList<>());
    }

    /** Takes the folder without starting anything. */
    LocalParts take() {
        return LocalParts.on(home(), PROGRAMS, Settings.of(FREE_PORTS), announced::add);
    }

    /** Starts PostgreSQL, Redis and the broker on it. */
    LocalParts start() {
        LocalParts parts = take();
        try {
            var servers = parts.startServers();
            parts.startBroker();
            LocalParts.await(servers);
            return parts;
        } catch (StartFailure e) {
            parts.close();
            throw e;
        }
    }

    HubHome home() {
        return HubHome.of(Settings.of(Map.of("LIENTHONG_DATA", data.toString())));
    }

    ProcessHandle process(String id) {
        return Supervised.pidFile(data, id).living().orElseThrow();
    }

    static Connection connect(LocalParts parts) throws SQLException {
        var database = parts.addresses().database();
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    static void execute(LocalParts parts, String sql) throws SQLException {
        try (var connection = connect(parts);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static int number(LocalParts parts, String sql) throws SQLException {
        try (var connection = connect(parts);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
