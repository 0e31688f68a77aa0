package vn.lienthong.trial;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the hub's own database says, read behind its back so that the verdict does not rest on its API. */
final class Register implements AutoCloseable {

    private final Connection connection;
    private final List<String> portals;

    Register(Installation hub) throws SQLException {
        connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + hub.port("postgres") + "/lienthong?currentSchema=hub",
                "lienthong",
                hub.secret("postgres"));
        this.portals = Portal.senders(Path.of("config", "departments"));
    }

    /** A step the national portal must have, in register order. */
    record Step(int status, String time) {}

    /** Records per submission (by correlation id) and state. */
    Map<String, Map<String, Integer>> records() throws SQLException {
        Map<String, Map<String, Integer>> bySubmission = new HashMap<>();
        each(
                """
                select s.correlation_id, r.state, count(*)
                from submissions s join records r using (receipt)
                where s.correlation_id like 'trial-%'
                group by 1, 2
                """,
                row -> bySubmission
                        .computeIfAbsent(row.getString(1), id -> new HashMap<>())
                        .put(row.getString(2), row.getInt(3)));
        return bySubmission;
    }

    /**
     * Per dossier the effective status events in register order; dossiers held as not sendable are left out, and what
     * the portal told us itself.
     */
    Map<String, List<Step>> owed() throws SQLException {
        Map<String, List<Step>> byDossier = new LinkedHashMap<>();
        each(
                """
                select d.code, e.status,
                       to_char(e.order_at at time zone 'Asia/Ho_Chi_Minh', 'YYYYMMDDHH24MISS')
                from events e
                join dossiers d on d.id = e.dossier_id
                join sync s on s.dossier_id = d.id
                where e.kind = 'STATUS' and e.verdict in ('VALID', 'GAP_BEFORE')
                  and e.sender not in (:portals)
                  and not (s.state = 'BLOCKED' and s.cause like 'not sendable%')
                order by d.code, e.seq
                """.replace(":portals", "'" + String.join("','", portals) + "'"),
                row -> byDossier
                        .computeIfAbsent(row.getString(1), code -> new ArrayList<>())
                        .add(new Step(row.getInt(2), row.getString(3))));
        return byDossier;
    }

    /** How many records have no end state and how many dossiers still owe the portal something. */
    long unfinished() throws SQLException {
        return inFlight() + owing();
    }

    long inFlight() throws SQLException {
        return count("select count(*) from records where state = 'IN_FLIGHT'")
                + count("select count(*) from submissions where state = 'RECEIVING'");
    }

    long owing() throws SQLException {
        return count("select count(*) from sync where state in ('QUEUED', 'SENDING') or next_attempt_at is not null");
    }

    /** How many dossiers wait because a field the portal requires is missing. */
    long held() throws SQLException {
        return count("select count(*) from sync where state = 'BLOCKED' and cause like 'not sendable%'");
    }

    long dossiers() throws SQLException {
        return count("select count(*) from dossiers");
    }

    /** Transactions that wrote something so far: only those get a number. */
    long commits() throws SQLException {
        return count("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
    }

    List<String> someCodes(int limit) throws SQLException {
        List<String> codes = new ArrayList<>();
        each("select code from dossiers limit " + limit, row -> codes.add(row.getString(1)));
        return codes;
    }

    /** Codes of dossiers whose serial is one of these. */
    List<String> codesEndingIn(List<String> serials) throws SQLException {
        List<String> codes = new ArrayList<>();
        each(
                "select code from dossiers where substring(code from '[0-9]+$') in ('" + String.join("','", serials)
                        + "') order by code",
                row -> codes.add(row.getString(1)));
        return codes;
    }

    private long count(String sql) throws SQLException {
        long[] count = new long[1];
        each(sql, row -> count[0] = row.getLong(1));
        return count[0];
    }

    private void each(String sql, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
