package vn.lienthong.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.standin.Records.dossier;
import static vn.lienthong.standin.Records.step;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ControlsTest {

    @RegisterExtension
    static final RunningStandIn standIn = new RunningStandIn();

    private Caller caller = new Caller("");

    @BeforeEach
    void logIn() {
        caller = standIn.caller();
    }

    @Test
    void saysThatItIsAStandIn() {
        assertThat(caller.get("/stand-in/health").path("standIn").booleanValue())
                .isTrue();
    }

    @Test
    void showsStepsInArrivalOrder() {
        caller.creates(dossier("A-1"));
        caller.progresses(step("A-1", "9", "20260826080000"), step("A-1", "4", "20260825080000"));

        JsonNode shown = caller.get("/stand-in/dossiers/A-1");

        assertThat(shown.path("status").stringValue()).isEqualTo("9");
        assertThat(shown.path("steps")
                        .valueStream()
                        .map(step -> step.path("status").stringValue()))
                .containsExactly("9", "4");
        assertThat(shown.path("steps").path(1).path("arrival").longValue()).isEqualTo(3);
        assertThat(shown.path("dossier").path("ChuHoSo").stringValue()).isEqualTo("NGUYỄN THỊ MẪU");
    }

    @Test
    void findsDossierWhoseCodeHasSlashes() {
        caller.creates(dossier("03706/2026/07906"));

        assertThat(caller.get("/stand-in/dossiers?code=03706/2026/07906")
                        .path("code")
                        .stringValue())
                .isEqualTo("03706/2026/07906");
        assertThat(caller.get("/stand-in/dossiers/03706/2026/07906")
                        .path("code")
                        .stringValue())
                .isEqualTo("03706/2026/07906");
    }

    @Test
    void answersNotFoundForUnknownDossierAndPath() {
        assertThat(status("/stand-in/dossiers/A-9")).isEqualTo(404);
        assertThat(status("/stand-in/nothing")).isEqualTo(404);
    }

    @Test
    void pagesThroughAllDossiers() {
        for (int i = 0; i < 5; i++) {
            caller.creates(dossier("A-" + i));
        }
        List<String> codes = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = caller.get("/stand-in/dossiers?limit=2&after=" + after);
            page.path("dossiers")
                    .forEach(dossier -> codes.add(dossier.path("code").stringValue()));
            after = page.path("next").asString("");
        } while (!after.isEmpty());

        assertThat(codes).containsExactly("A-0", "A-1", "A-2", "A-3", "A-4");
    }

    @Test
    void masksPersonalFieldsOfCallsShown() {
        caller.creates(dossier("A-1"));

        String shown = caller.get("/stand-in/calls?limit=2").toString();

        assertThat(shown).contains("A-1", "1.004889", "\"password\":\"***\"");
        assertThat(shown).doesNotContain("MẪU", "0900000001", "038190000001", Caller.PASSWORD);
    }

    @Test
    void reportsCallsLoginsAndFailures() {
        caller.creates(dossier("A-1"));
        caller.creates(dossier("A-1"));

        JsonNode report = caller.report();

        assertThat(report.path("calls").intValue()).isEqualTo(3);
        assertThat(report.path("logins").intValue()).isEqualTo(1);
        assertThat(report.path("failures").intValue()).isEqualTo(1);
    }

    @Test
    void refusesUnknownModeAndMisspeltName() {
        assertThat(caller.put("/stand-in/faults", "{\"mode\":\"sloww\"}")
                        .path("error")
                        .stringValue())
                .contains("sloww");
        assertThat(caller.put("/stand-in/faults", "{\"mode\":\"slow\",\"delay\":1}")
                        .has("error"))
                .isTrue();
        assertThat(caller.put("/stand-in/faults", "{}").has("error")).isTrue();
        assertThat(caller.put("/stand-in/faults", "nonsense").has("error")).isTrue();
    }

    @Test
    void asksForAdminTokenWhenThereIsOne(@TempDir Path data) throws Exception {
        var options = StandInOptions.of(data, Caller.PASSWORD).withAdminToken("a-token");
        try (var guarded = StandIn.start(options)) {
            var stranger = new Caller(guarded.url());

            assertThat(stranger.get("/stand-in/health").path("status").stringValue())
                    .isEqualTo("UP");
            assertThat(stranger.report().has("error")).isTrue();
            assertThat(stranger.send(request(guarded.url() + "/__admin/mappings", "no"))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(stranger.send(request(guarded.url() + "/stand-in/report", "a-token"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void servesCataloguesAtBothAddresses() {
        assertThat(rows("LayThuTuc", "maTTHC", "1.004889")
                        .path(0)
                        .path("LINHVUCTHUCHIEN")
                        .isArray())
                .isTrue();
        assertThat(rows("LayThuTuc", "maTTHC", "9.999999").isEmpty()).isTrue();
        assertThat(rows("LayDanhSachTTHC", "x", "").path(0).path("MATTHC").stringValue())
                .isEqualTo("1.004889");
        assertThat(rows("LayDanhMucCoQuan", "x", "").path(0).has("MADONVI")).isTrue();
        assertThat(rows("LayDanhMucLinhVuc", "x", "").path(0).has("MALINHVUC")).isTrue();
        assertThat(rows("TraCuuTechID", "mstorcmnd", "038190000001").toString())
                .isEqualTo("[{\"TECHNICALID\":\"9b7e0000-0000-4000-8000-000000000001\"}]");
    }

    @Test
    void sharesCataloguesOnly() {
        assertThat(caller.post(
                                "/mapi/share",
                                caller.envelope("TraCuuHoSo").put("mahoso", "A").toString())
                        .body())
                .contains("\"error_code\":\"-2\"");
    }

    private JsonNode rows(String service, String field, String value) {
        var call = caller.envelope(service).put(field, value);
        String shared = caller.post("/mapi/share", call.toString()).body();
        assertThat(caller.raw(call).body()).isEqualTo(shared);
        return caller.call(call).path("result");
    }

    private int status(String path) {
        return caller.send(request(caller.url() + path, "")).statusCode();
    }

    private static HttpRequest.Builder request(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
    }
}
