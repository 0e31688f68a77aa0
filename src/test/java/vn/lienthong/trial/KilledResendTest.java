package vn.lienthong.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.infra.OwnProcesses;

/** A sender's month is told again after the portal lost it: a second person approves, the hub is killed half-way. */
@Tag("long")
@OwnProcesses
class KilledResendTest {

    private static final int DOSSIERS = 300;
    private static final String RESENDS = "/api/v1/resends";
    private static final String HEADER =
            "GroupName,MaHoSo,TrichYeuHoSo,SoBoHoSo,ChuHoSo,DiaChiChuHoSo,SoDienThoaiChuHoSo,NgayTiepNhan,NgayHenTra,"
                    + "NgayTra,TenNguoiNhanHoSo,địa bàn,MaTTHC,LoaiDoiTuong,HinhThucTra,KenhThucHien,SoGiayTo\n"
                    + "Sở Y tế,,,,,,,,,,,,,,,,\n";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void tellsASendersMonthOnceThoughTheHubIsKilledHalfWay() throws Exception {
        try (HubUnderTrial hub = new HubUnderTrial(data)) {
            hub.start();
            Installation at = hub.installation();
            new Pusher(at, new Random(7)).push(month());
            try (Register register = new Register(at)) {
                await().atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> register.dossiers() == DOSSIERS && register.unfinished() == 0);
                assertThat(register.held()).isZero();
            }
            ask(at.standInUri("/stand-in/reset"), at.secret("stand-in-admin-token"), "");
            assertThat(new Portal(at).report().dossiers()).isZero();

            String plan = propose(at);
            assertThat(approve(at, plan, at.secret("keys/operator")).statusCode())
                    .isEqualTo(403);
            assertThat(approve(at, plan, at.secret("admin-token")).statusCode()).isEqualTo(200);
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> acknowledged(at, plan) >= DOSSIERS / 5);
            hub.kill();

            hub.start();
            Installation again = hub.installation();
            JsonNode done = await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(500))
                    .until(
                            () -> read(again, plan),
                            seen -> seen.path("state").asString().equals("DONE"));
            // what the hub's own second look found missing first and told was nothing to do for the plan
            assertThat(done.at("/outcomes/ACKNOWLEDGED").asInt()
                            + done.at("/outcomes/NO_OP").asInt())
                    .as(done.path("outcomes").toString())
                    .isEqualTo(DOSSIERS);
            assertThat(done.path("outcomes").propertyNames()).isSubsetOf("ACKNOWLEDGED", "NO_OP");
            assertThat(new Portal(again).report().dossiers()).isEqualTo(DOSSIERS);
            assertThat(new Portal(again).report().duplicates()).isZero();
            try (Register register = new Register(again)) {
                assertThat(new Portal(again).steps()).isEqualTo(register.owed());
            }
        }
    }

    private String propose(Installation at) throws Exception {
        HttpResponse<String> plan = ask(at.uri(RESENDS), at.secret("keys/operator"), """
                        {"sender":"health","from":"2026-08-01","to":"2026-08-31","includeConfirmed":true,"perSecond":40,
                         "reason":"Cổng khôi phục từ bản cũ"}""");
        assertThat(plan.statusCode()).as(plan.body()).isEqualTo(201);
        String id = JsonMapper.shared().readTree(plan.body()).path("id").asString();
        JsonNode checked = await().atMost(Duration.ofMinutes(1))
                .until(() -> read(at, id), seen -> seen.path("state").asString().equals("CHECKED"));
        assertThat(checked.at("/forecasts/WILL_PASS").asInt()).isEqualTo(DOSSIERS);
        assertThat(checked.path("needsSecondPerson").asBoolean()).isTrue();
        return id;
    }

    private HttpResponse<String> approve(Installation at, String plan, String key) throws Exception {
        return ask(at.uri(RESENDS + "/" + plan + "/approve"), key, "{\"reason\":\"đã đối soát\"}");
    }

    private int acknowledged(Installation at, String plan) throws Exception {
        return read(at, plan).at("/outcomes/ACKNOWLEDGED").asInt();
    }

    private JsonNode read(Installation at, String plan) throws Exception {
        var request = HttpRequest.newBuilder(at.uri(RESENDS + "/" + plan))
                .header("Authorization", "Bearer " + at.secret("keys/operator"))
                .build();
        return JsonMapper.shared()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> ask(URI uri, String key, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Telling.Push month() {
        String rows =
                IntStream.rangeClosed(1, DOSSIERS).mapToObj("""
                        ,000.00.22.H52-260824-%06d,Đề nghị mẫu,1,TRẦN VĂN THỬ,Số 1 đường Mẫu,900000001,\
                        24/08/2026 09:15:00,31/08/2026 17:00:00,,Cán bộ Thử,Xã Mẫu,2.000477,1,0,1,14090000001
                        """::formatted).collect(Collectors.joining("", HEADER, ""));
        return new Telling.Push("health", "text/csv", rows.getBytes(StandardCharsets.UTF_8), DOSSIERS);
    }
}
