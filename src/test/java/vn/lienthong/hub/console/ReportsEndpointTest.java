package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** The reports, counted over a department that nobody else in the tests writes for. */
@ExtendWith(OneHub.class)
class ReportsEndpointTest {

    private static final String AGENCY = "test.reported";
    private static final String PERIOD = "from=2019-03-01&to=2019-03-31";

    @TempDir
    private static Path folder;

    private final RunningHub hub;
    private final JdbcClient database;
    private final HubClient operator;

    ReportsEndpointTest(RunningHub hub) {
        this.hub = hub;
        this.database = hub.bean(JdbcClient.class);
        this.operator = hub.as("operator");
        database.sql("select count(*) from hub.dossiers where agency_id = ?")
                .param(AGENCY)
                .query(Long.class)
                .optional()
                .filter(known -> known == 0)
                .ifPresent(none -> fill());
    }

    @Test
    void countsAPeriodSoThatEveryDossierIsInExactlyOneGroup() {
        JsonNode row = row("/api/v1/reports/06b?" + PERIOD);

        assertThat(row.path("tiepNhanKyTruoc").asInt()).isEqualTo(1);
        assertThat(row.path("tongTiepNhan").asInt()).isEqualTo(7);
        assertThat(row.path("tiepNhanQuaMang").asInt()).isEqualTo(6);
        assertThat(row.path("tiepNhanTrucTiep").asInt()).isEqualTo(1);
        assertThat(row.path("daXuLyTruocHan").asInt()).isEqualTo(1);
        assertThat(row.path("daXuLyDungHan").asInt()).isEqualTo(1);
        assertThat(row.path("daXuLyQuaHan").asInt()).isEqualTo(1);
        assertThat(row.path("dangXuLyTrongHan").asInt()).isEqualTo(1);
        assertThat(row.path("dangXuLyQuaHan").asInt()).isEqualTo(1);
        assertThat(row.path("tongBoSung").asInt()).isEqualTo(1);
        assertThat(row.path("tongDung").asInt()).isEqualTo(1);
        assertThat(row.path("tongKhongTiepNhan").asInt()).isEqualTo(1);
        assertThat(row.path("tongSo").asInt())
                .isEqualTo(8)
                .isEqualTo(sum(
                        row,
                        "tongDaXuLy",
                        "tongDangXuLy",
                        "tongBoSung",
                        "tongTraLai",
                        "tongDung",
                        "tongKhongTiepNhan",
                        "chuaCoTrangThai"));
    }

    @Test
    void seesThePeriodAsItStoodAtItsEnd() {
        JsonNode row = row("/api/v1/reports/06b?from=2019-03-01&to=2019-03-05");

        assertThat(row.path("tongDaXuLy").asInt()).isZero();
        assertThat(row.path("tongSo").asInt()).isEqualTo(8);
    }

    @Test
    void countsTheSameByDomainForOneAgency() {
        JsonNode report = operator.gets("/api/v1/reports/06a?agency=" + AGENCY + "&" + PERIOD)
                .is(200)
                .json();

        assertThat(report.path("total").path("tongSo").asInt()).isEqualTo(8);
        assertThat(report.path("cohort").asString()).isNotBlank();
    }

    @Test
    void putsTheYearBeforeBesideTheOnlineDossiersOfAYear() {
        JsonNode row = row("/api/v1/reports/online?year=2019");

        assertThat(row.path("online").asInt()).isEqualTo(6);
        assertThat(row.path("filed").asInt()).isEqualTo(9);
        assertThat(row.path("onlineBefore").asInt()).isEqualTo(4);
        assertThat(row.path("changePercent").asDouble()).isEqualTo(50.0);
    }

    @Test
    void givesTheSameAsASheet() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + hub.port() + "/api/v1/reports/06b?format=xlsx&" + PERIOD))
                .header("Authorization", "Bearer " + operator.key())
                .build();
        byte[] sheet;
        try (HttpClient client = HttpClient.newHttpClient()) {
            sheet = client.send(request, BodyHandlers.ofByteArray()).body();
        }

        assertThat(texts(sheet)).contains("tongDaXuLy", "2019-03-01", "2019-03-31", AGENCY);
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBeginsAndAnyCallerWhoIsNotStaff() {
        HubClient.Answer answer = operator.gets("/api/v1/reports/06b?from=2019-03-02&to=2019-03-01")
                .is(400);
        assertThat(answer.json().path("errors").path(0).path("rule").asString()).isEqualTo("to-before-from");
        hub.as(LandSystem.ID).gets("/api/v1/reports/06b?" + PERIOD).is(403);
        hub.anonymous().gets("/api/v1/reports/online?year=2019").is(401);
    }

    private JsonNode row(String report) {
        return operator.gets(report)
                .is(200)
                .json()
                .path("rows")
                .valueStream()
                .filter(row -> row.path("key")
                        .asString(row.path("agency").asString(""))
                        .equals(AGENCY))
                .findFirst()
                .orElseThrow();
    }

    private static int sum(JsonNode row, String... columns) {
        int sum = 0;
        for (String column : columns) {
            sum += row.path(column).asInt();
        }
        return sum;
    }

    private static String texts(byte[] sheet) throws IOException {
        Path file = Files.write(folder.resolve("report.xlsx"), sheet);
        var texts = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                texts.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts.toString();
    }

    private void fill() {
        dossier(1, "2019-02-20", "COUNTER", "2019-03-04", "4:2019-02-21");
        dossier(2, "2019-03-04", "ONLINE", "2019-03-11", "4:2019-03-05", "9:2019-03-08");
        dossier(3, "2019-03-04", "ONLINE", "2019-03-11", "9:2019-03-11", "10:2019-03-20");
        dossier(4, "2019-03-04", "ONLINE", "2019-03-11", "9:2019-03-12");
        dossier(5, "2019-03-04", "ONLINE", "2019-04-11", "4:2019-03-05");
        dossier(6, "2019-03-04", "ONLINE", "2019-03-11", "5:2019-03-06");
        dossier(7, "2019-03-04", "ONLINE", null, "3:2019-03-06");
        dossier(8, "2019-03-04", "COUNTER", "2019-03-11", "8:2019-03-06");
        dossier(9, "2019-01-04", "COUNTER", "2019-01-11", "9:2019-01-06");
        for (int old = 10; old < 14; old++) {
            dossier(old, "2018-05-04", "ONLINE", "2018-05-11", "9:2018-05-06");
        }
    }

    private void dossier(int number, String received, String channel, @Nullable String due, String... events) {
        var id = new UUID(77, number);
        database.sql("""
                        insert into hub.dossiers (id, code, sender, agency_id, version, last_seq, facts, received_at,
                            due_at, config_version, created_at, updated_at)
                        values (:id, :code, 'land', :agency, 1, :events, cast(:facts as jsonb),
                            cast(:received as timestamptz), cast(:due as timestamptz), 1, now(), now())
                        """)
                .param("id", id)
                .param("code", "reported-" + number)
                .param("agency", AGENCY)
                .param("events", events.length)
                .param("facts", "{\"channel\":\"%s\"}".formatted(channel))
                .param("received", received + "T02:00:00Z")
                .param("due", due == null ? null : due + "T02:00:00Z")
                .update();
        for (int seq = 1; seq <= events.length; seq++) {
            String[] event = events[seq - 1].split(":", 2);
            database.sql("""
                            insert into hub.events (dossier_id, seq, kind, status, order_at, time_source, stamp_ticks,
                                stamp_node, sender, verdict, receipt, record_no, config_version, correlation_id,
                                recorded_at)
                            values (:id, :seq, 'STATUS', :status, cast(:at as timestamptz), 'SOURCE', 1, 'test', 'land',
                                'VALID', :id, 1, 1, 'reported', now())
                            """)
                    .param("id", id)
                    .param("seq", seq)
                    .param("status", Integer.parseInt(event[0]))
                    .param("at", event[1] + "T03:00:00Z")
                    .update();
        }
    }
}
