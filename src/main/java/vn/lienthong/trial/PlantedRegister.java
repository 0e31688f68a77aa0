package vn.lienthong.trial;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A register of many dossiers, written behind the hub's back, and lists of it that differ in known places: of every
 * thousand dossiers the first few differ, each in its own way.
 */
final class PlantedRegister {

    static final String AREA = "BENCH-";

    private static final int EVERY = 1_000;
    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final Installation hub;
    private final String sender;
    private final int dossiers;
    private final int prime;

    PlantedRegister(Installation hub, String sender, int dossiers) {
        this.hub = hub;
        this.sender = sender;
        this.dossiers = dossiers;
        this.prime = primeAbove(Math.max(dossiers, 7_919));
    }

    void fill() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + hub.port("postgres") + "/lienthong",
                        "lienthong",
                        hub.secret("postgres"));
                var statement = connection.prepareStatement("""
                        insert into hub.dossiers (id, code, sender, agency_id, status, version, last_seq, received_at,
                          due_at, due_source, config_version, created_at, updated_at, facts)
                        select gen_random_uuid(), ? || lpad((n::bigint * 7919 % ?)::text, 9, '0'), ?, null, 4, 1, 3,
                          timestamptz '2026-08-01 08:00:00+07' + n * interval '1 second',
                          timestamptz '2026-09-01 08:00:00+07' + n * interval '1 second', 'DEPARTMENT', 1,
                          now() - interval '1 day', now() - interval '1 day',
                          jsonb_build_object('summary', 'Hồ sơ đo đối soát số ' || n)
                        from generate_series(1, ?) n""");
                var ledger = connection.prepareStatement("""
                        insert into hub.sync (dossier_id, neighbour, environment, last_seq, details_seq, acked_seq,
                          acked_details_seq, confirmed_seq, confirmed_details_seq, known_there, state, lane, queued_at)
                        select id, 'national', 'stand-in', 3, 1, 3, 1, 3, 1, true, 'IDLE', 'LIVE', now() - interval '1 day'
                        from hub.dossiers where starts_with(code, ?)""")) {
            statement.setString(1, AREA);
            statement.setInt(2, prime);
            statement.setString(3, sender);
            statement.setInt(4, dossiers);
            statement.executeUpdate();
            ledger.setString(1, AREA);
            ledger.executeUpdate();
            try (var settle = connection.createStatement()) {
                settle.execute("vacuum analyze hub.dossiers");
                settle.execute("vacuum analyze hub.sync");
            }
        }
    }

    /** Numbering by multiples of another prime meets no number twice below it. */
    private static int primeAbove(int number) {
        int candidate = (number + 1) | 1;
        while (!BigInteger.valueOf(candidate).isProbablePrime(40)) {
            candidate += 2;
        }
        return candidate;
    }

    /** In no order, as an export may be. */
    Path portalList(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("MaHoSo,TrangThaiHoSo,NgayTiepNhan,NgayHenTra\n");
            for (int n = 1; n <= dossiers; n++) {
                int place = n % EVERY;
                if (place == 1) {
                    continue;
                }
                if (place == 2) {
                    out.write("STRAY-" + n + ",4,,\n");
                    out.write(AREA + "~" + n + ",4,,\n");
                }
                String received = time("2026-08-01T08:00:00", n + (place == 4 ? 3_600 : 0));
                String status = place == 3 ? "9" : "4";
                out.write(code(n) + "," + status + "," + received + "," + time("2026-09-01T08:00:00", n) + "\n");
            }
        }
        return file;
    }

    Path senderList(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Mã hồ sơ;Trạng thái\n");
            for (int n = dossiers; n >= 1; n--) {
                if (n % EVERY != 6) {
                    out.write(code(n) + ";" + (n % EVERY == 5 ? "Đã xử lý xong" : "Đang xử lý") + "\n");
                }
            }
        }
        return file;
    }

    private String code(int n) {
        return AREA + "%09d".formatted((long) n * 7_919 % prime);
    }

    private static String time(String first, int seconds) {
        return WIRE.format(LocalDateTime.parse(first).plusSeconds(seconds));
    }

    /** How many of each difference there are. */
    Map<String, Long> planted() {
        Map<String, Long> planted = new TreeMap<>();
        planted.put("PORTAL.ONLY_HERE", places(1));
        planted.put("PORTAL.ONLY_THERE", places(2));
        planted.put("PORTAL.STATUS_DIFFERS", places(3));
        planted.put("PORTAL.DATE_DIFFERS", places(4));
        planted.put("SENDER.STATUS_DIFFERS", places(5));
        planted.put("SENDER.ONLY_HERE", places(6));
        return planted;
    }

    private long places(int place) {
        return dossiers < place ? 0 : (dossiers - place) / EVERY + 1;
    }

    boolean isExactly(JsonNode found) {
        Map<String, Long> seen = new TreeMap<>();
        found.propertyStream()
                .forEach(field -> seen.put(field.getKey(), field.getValue().asLong()));
        return seen.equals(planted());
    }
}
