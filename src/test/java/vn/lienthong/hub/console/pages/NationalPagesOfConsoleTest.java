package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.Neighbour;

/** The link to the national portal as operators see it: why it stands so, the last calls, reconciliations and repairs. */
@ExtendWith(OneHub.class)
class NationalPagesOfConsoleTest {

    private static final String CODE = "000.00.15.H52-260824-7520";
    private static final String PAGE = "/console/national";
    private static final String RUNS = "/console/reconciliations";

    private final RunningHub hub;

    NationalPagesOfConsoleTest(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void tellsWhyTheLinkStandsAsItDoesAndWhatTheLastCallsCameTo() {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
        keepsCall("TraCuuHoSo", "ACKED", OffsetDateTime.now(ZoneOffset.UTC));
        JsonNode link = hub.as("operator").gets("/api/v1/national/link").is(200).json();
        assertThat(link.at("/breaker/allowance").asString()).isIn("ALL", "ONE", "NOTHING");
        assertThat(link.at("/budget/lookUps").asLong()).isPositive();
        JsonNode call = hub.as("operator")
                .gets("/api/v1/national/calls?limit=50")
                .is(200)
                .json()
                .path("calls")
                .valueStream()
                .filter(one -> one.path("code").asString("").equals(CODE))
                .findFirst()
                .orElseThrow();
        assertThat(call.path("millis").asLong()).isEqualTo(250);
        assertThat(call.path("correlationId").asString()).isEqualTo("trial-7520");
        assertThat(call.has("request")).isFalse();
        assertThat(visitor().opens(PAGE).body())
                .contains("/console/dossiers/one?code=" + CODE, "trial-7520", "Phiên và hạn mức", "Đối soát")
                .doesNotContain("role=\"alert\"");
        hub.as(LandSystem.ID).gets("/api/v1/national/link").is(403);
        hub.as(LandSystem.ID).gets("/api/v1/national/calls").is(403);
    }

    @Test
    void tellsHowFarThePortalHasFetchedTheChanges() {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE + "1"));
        var portal = hub.as("national-portal");
        JsonNode page = portal.gets("/api/v1/status-changes?limit=1").is(200).json();
        JsonNode reader = hub.as("operator")
                .gets("/api/v1/national/feed")
                .is(200)
                .json()
                .path("readers")
                .get(0);
        assertThat(reader.path("reader").asString()).isEqualTo("national-portal");
        assertThat(reader.path("next").asString()).isEqualTo(page.path("next").asString());
        assertThat(visitor().opens(PAGE).body())
                .contains("national-portal", page.path("next").asString());
        hub.as(LandSystem.ID).gets("/api/v1/national/feed").is(403);
    }

    @Test
    void reconcilesWithAPastedListAndOrdersARepairWithAReason() {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE + "2"));
        ages(CODE + "2");
        var visitor = visitor();
        HttpResponse<String> asked = visitor.submits(
                RUNS,
                RUNS,
                Map.of(
                        "with",
                        "PORTAL",
                        "list",
                        "MaHoSo,TrangThaiHoSo\n" + CODE + "3,4\n",
                        "fromCode",
                        CODE + "2",
                        "toCode",
                        CODE + "3",
                        "reason",
                        "đối soát thử"));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
        String run = ConsoleVisitor.location(asked);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> visitor.opens(run).body().contains("status-green"));
        assertThat(visitor.opens(run).body())
                .contains("Chỉ bên kia có", CODE + "3", "Chưa từng đến trung tâm", "đối soát thử")
                .contains("Chỉ trung tâm có", CODE + "2")
                .doesNotContain("role=\"alert\"");
        assertThat(visitor.opens(RUNS).body()).contains("đối soát thử");

        String id = run.replaceAll(".*id=([0-9a-f-]+).*", "$1");
        String difference = visitor.opens(run)
                .body()
                .replaceAll("(?s).*(/console/reconciliations/difference\\?id=[^\"]+)\"[^>]*>" + CODE + "3<.*", "$1")
                .replace("&amp;", "&");
        String no = difference.replaceAll(".*no=", "");
        String repair = RUNS + "/repair?id=" + id + "&no=" + no;
        assertThat(visitor.submits(difference, repair, Map.of("repair", "ASK_SENDER", "reason", "ai giữ?"))
                        .body())
                .contains("Name the sender");
        HttpResponse<String> ordered = visitor.submits(
                difference, repair, Map.of("repair", "ASK_SENDER", "sender", LandSystem.ID, "reason", "ai giữ?"));
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(303);
        assertThat(visitor.opens(difference).body()).contains("Đã yêu cầu sửa", "Hỏi đơn vị", "ai giữ?", "operator");
        assertThat(visitor.opens(RUNS + "/differences.csv?id=" + id).body()).contains("ONLY_THERE," + CODE + "3");
        assertThat(visitor.opens(RUNS + "/evidence?id=" + id + "&format=xlsx")
                        .headers()
                        .firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("doi-soat-" + id));
    }

    @Test
    void saysWhatIsWrongWithAComparisonThatIsAskedFor() {
        var visitor = visitor();
        assertThat(visitor.submits(RUNS, RUNS, Map.of("with", "LOOK_UPS", "lookUps", "0", "reason", "x"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(visitor.submits(RUNS, RUNS, Map.of("with", "PORTAL", "list", "a,b\n1,2\n", "reason", "x"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(visitor.opens(RUNS + "/one?id=" + UUID.randomUUID()).body())
                .contains("There is no such reconciliation");
    }

    private ConsoleVisitor visitor() {
        return ConsoleVisitor.withKeyOf(hub, "operator");
    }

    private void ages(String code) {
        hub.bean(JdbcClient.class)
                .sql("update hub.dossiers set updated_at = now() - interval '1 day' where code = :code")
                .param("code", code)
                .update();
    }

    private void keepsCall(String service, String verdict, OffsetDateTime at) {
        var db = hub.bean(JdbcClient.class);
        var portal = hub.bean(Neighbour.class);
        UUID call = UUID.randomUUID();
        db.sql("""
                        insert into hub.calls (id, started_at, ended_at, neighbour, environment, service, request, verdict)
                        values (:id, :at, :end, :neighbour, :environment, :service, '\\x00', :verdict)
                        """)
                .param("id", call)
                .param("at", at)
                .param("end", at.plusNanos(250_000_000))
                .param("neighbour", portal.name())
                .param("environment", portal.environment())
                .param("service", service)
                .param("verdict", verdict)
                .update();
        db.sql("""
                        insert into hub.attempts (dossier_id, call_id, started_at, neighbour, step, verdict, correlation_id)
                        values (:dossier, :call, :at, :neighbour, 'ASK', :verdict, 'trial-7520')
                        """)
                .param(
                        "dossier",
                        hub.bean(Dossiers.class).byCode(CODE).orElseThrow().id())
                .param("call", call)
                .param("at", at)
                .param("neighbour", portal.name())
                .param("verdict", verdict)
                .update();
    }
}
