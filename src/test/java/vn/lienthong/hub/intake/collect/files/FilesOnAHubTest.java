package vn.lienthong.hub.intake.collect.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.infra.BesideOthers;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.RealParts;

/** A whole hub picks files up from a real SFTP server and answers there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class FilesOnAHubTest {

    private static final String SENDER = "health";
    private static final String HEADER =
            "GroupName,MaHoSo,TrichYeuHoSo,SoBoHoSo,ChuHoSo,DiaChiChuHoSo,SoDienThoaiChuHoSo,NgayTiepNhan,NgayHenTra,"
                    + "NgayTra,TenNguoiNhanHoSo,địa bàn,MaTTHC,LoaiDoiTuong,HinhThucTra,KenhThucHien,SoGiayTo\n"
                    + "Sở Y tế,,,,,,,,,,,,,,,,\n";

    private final HubHome fresh = RealParts.shared().freshHome();
    private final SftpFolder server = new SftpFolder(folder(fresh));
    private final RunningHub hub = start();
    private final JdbcClient db = hub.bean(JdbcClient.class);

    @AfterAll
    void stop() {
        hub.close();
        server.close();
    }

    @Test
    void takesAFileOnceItIsWholeAndMovesItAwayThen() {
        server.put("so-1.csv.part", register(100, 40));
        patiently().during(Duration.ofSeconds(4)).until(() -> registered(100, 40) == 0 && server.has("so-1.csv.part"));

        server.rename("so-1.csv.part", "so-1.csv");
        patiently().until(() -> registered(100, 40) == 40);
        patiently().until(() -> !server.has("so-1.csv"));
        assertThat(server.ending("archive", "so-1.csv")).hasSize(1);
        assertThat(server.ending("reports", ".csv"))
                .noneMatch(report -> report.toString().contains("so-1"));
    }

    @Test
    void waitsForAFileThatGrows() {
        StringBuilder growing = new StringBuilder(register(200, 1));
        for (int row = 201; row < 204; row++) {
            int more = row;
            server.put("so-2.csv", growing.toString());
            patiently().during(Duration.ofMillis(1_200)).until(() -> server.has("so-2.csv"));
            growing.append(row(more, "24/08/2026 09:15:00"));
        }
        server.put("so-2.csv", growing.toString());
        patiently().until(() -> registered(200, 4) == 4);
        assertThat(submissions("so-2.csv")).isOne();
    }

    @Test
    void takesTheSameBytesOnceAndOtherBytesOfTheSameNameToo() {
        server.put("so-3.csv", register(300, 2));
        patiently().until(() -> registered(300, 2) == 2 && !server.has("so-3.csv"));

        server.put("so-3-lan-2.csv", register(300, 2));
        patiently().until(() -> server.ending("archive", "so-3-lan-2.csv").size() == 1);
        server.put("so-3.csv", register(300, 3));
        patiently().until(() -> registered(300, 3) == 3);
        patiently().until(() -> server.ending("archive", "so-3.csv").size() == 2);
        assertThat(submissions("so-3.csv")).isEqualTo(2);
        assertThat(submissions("so-3-lan-2.csv")).isZero();

        server.put("so-3.csv", register(300, 2));
        patiently().until(() -> submissions("so-3.csv") == 3);
    }

    @Test
    void laysDownWhatWasRefusedOfAFile() throws IOException {
        server.put("so-4.csv", register(400, 2) + row(402, "31/02/2026 09:15:00"));
        patiently()
                .until(() -> server.ending("reports", ".tu-choi.csv").stream()
                        .anyMatch(report -> report.toString().contains("so-4.csv")));

        Path report = server.ending("reports", ".tu-choi.csv").stream()
                .filter(file -> file.toString().contains("so-4.csv"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(report))
                .startsWith("\ufeffban_ghi,")
                .contains("\r\n3,", "#5 NgayTiepNhan", "impossible-date")
                .hasLineCount(2);
    }

    @Test
    void putsAFileAsideThatTheDoorDoesNotTakeAndSaysWhy() throws IOException {
        server.put("thu.docx", "no register");
        patiently().until(() -> server.ending("refused", "thu.docx").size() == 1);
        patiently()
                .until(() -> server.ending("reports", ".tu-choi.csv").stream()
                        .anyMatch(report -> report.toString().contains("thu.docx")));
        Path report = server.ending("reports", ".tu-choi.csv").stream()
                .filter(file -> file.toString().contains("thu.docx"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(report)).contains("unsupported-type", "text/csv");
    }

    @Test
    void looksPastFilesThatAreNotMeant() {
        server.put(".an.csv", register(500, 1));
        server.put("so-5.csv.tmp", register(501, 1));
        server.put("so-6.csv", register(502, 1));
        patiently().until(() -> registered(502, 1) == 1);
        assertThat(registered(500, 2)).isZero();
        assertThat(server.has(".an.csv")).isTrue();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100));
    }

    private static String register(int first, int rows) {
        return IntStream.range(first, first + rows)
                .mapToObj(number -> row(number, "24/08/2026 09:15:00"))
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static String row(int number, String receivedAt) {
        return ",000.00.22.H52-260824-%06d,Đề nghị mẫu,1,TRẦN VĂN THỬ,Số 1 đường Mẫu,900000001,%s,"
                        .formatted(number, receivedAt)
                + "31/08/2026 17:00:00,,Cán bộ Thử,Xã Mẫu,2.000477,1,0,1,14090000001\n";
    }

    private int registered(int first, int rows) {
        return db.sql("select count(*) from hub.dossiers where code between :from and :to")
                .params(Map.of(
                        "from", "000.00.22.H52-260824-%06d".formatted(first),
                        "to", "000.00.22.H52-260824-%06d".formatted(first + rows - 1)))
                .query(Integer.class)
                .single();
    }

    private int submissions(String name) {
        return db.sql("select count(*) from hub.submissions where file_name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private RunningHub start() {
        System.setProperty("LIENTHONG_COLLECT_USER_HEALTH", SftpFolder.USER);
        System.setProperty("LIENTHONG_COLLECT_SECRET_HEALTH", SftpFolder.PASSWORD);
        return RunningHub.start(home(), RealParts.shared().addressesWithFreshDatabase());
    }

    private static Path folder(HubHome home) {
        try {
            return Files.createDirectories(home.data().resolve("sftp"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private HubHome home() {
        try {
            Path config = fresh.data().resolve("proposed-config");
            FileSystemUtils.copyRecursively(fresh.config(), config);
            Files.writeString(
                    config.resolve("departments").resolve(SENDER + ".yaml"),
                    """

                    collect:
                      by: sftp
                      host: 127.0.0.1
                      port: %d
                      hostKey: "%s"
                      pattern: "*.{csv,docx}"
                      still: 2s
                      every: 500ms
                    """.formatted(server.port(), server.fingerprint()),
                    StandardOpenOption.APPEND);
            return new HubHome(fresh.mode(), fresh.data(), fresh.secrets(), fresh.routes(), config, fresh.mocks());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
