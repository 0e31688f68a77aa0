package vn.lienthong.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.infra.OwnProcesses;

/** A hub killed with {@code kill -9} in the middle of a register goes on behind the last chunk it kept. */
@Tag("long")
@OwnProcesses
class KilledSplitTest {

    private static final int ROWS = 3_000;
    private static final String HEADER =
            "GroupName,MaHoSo,TrichYeuHoSo,SoBoHoSo,ChuHoSo,DiaChiChuHoSo,SoDienThoaiChuHoSo,NgayTiepNhan,NgayHenTra,"
                    + "NgayTra,TenNguoiNhanHoSo,địa bàn,MaTTHC,LoaiDoiTuong,HinhThucTra,KenhThucHien,SoGiayTo\n"
                    + "Sở Y tế,,,,,,,,,,,,,,,,\n";

    @TempDir
    Path data;

    @Test
    void resumesTheSplitOfAKilledHubWithNothingLostOrDoubled() throws Exception {
        try (HubUnderTrial hub = new HubUnderTrial(data)) {
            hub.start();
            new Pusher(hub.installation(), new Random(7)).push(register());

            try (Connection database = database(hub)) {
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> count(database, "select max(resume_at) from hub.submissions") > 0);
                hub.kill();
                long kept = count(database, "select max(resume_at) from hub.submissions");
                assertThat(kept).isPositive().isLessThan(ROWS);
                assertThat(count(database, "select count(*) from hub.records")).isEqualTo(kept);
            }

            hub.start();
            try (Connection database = database(hub)) {
                await().atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofMillis(500))
                        .until(() ->
                                count(database, "select count(*) from hub.records where state = 'REGISTERED'") == ROWS);
                assertThat(count(database, "select count(*) from hub.submissions where state = 'SPLIT'"))
                        .isOne();
                assertThat(count(database, "select count(*) from hub.records")).isEqualTo(ROWS);
                assertThat(count(database, "select count(distinct no) from hub.records"))
                        .isEqualTo(ROWS);
                assertThat(count(database, "select count(*) from hub.dossiers")).isEqualTo(ROWS);
                assertThat(count(database, "select count(*) from hub.events where kind = 'STATUS'"))
                        .isEqualTo(ROWS);
            }
        }
    }

    private static Telling.Push register() {
        String rows =
                IntStream.rangeClosed(1, ROWS).mapToObj("""
                        ,000.00.22.H52-260824-%06d,Đề nghị mẫu,1,TRẦN VĂN THỬ,Số 1 đường Mẫu,900000001,\
                        24/08/2026 09:15:00,31/08/2026 17:00:00,,Cán bộ Thử,Xã Mẫu,2.000477,1,0,1,14090000001
                        """::formatted).collect(Collectors.joining("", HEADER, ""));
        return new Telling.Push("health", "text/csv", rows.getBytes(StandardCharsets.UTF_8), ROWS);
    }

    private static Connection database(HubUnderTrial hub) throws SQLException {
        Installation installation = hub.installation();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + installation.port("postgres") + "/lienthong",
                "lienthong",
                installation.secret("postgres"));
    }

    private static long count(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
