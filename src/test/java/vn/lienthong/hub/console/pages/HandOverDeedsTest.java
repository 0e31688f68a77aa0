package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;

/** What people did in a shift is told by what they did it to, not by the ids of the audit. */
@ExtendWith(OneHub.class)
class HandOverDeedsTest {

    private static final String CODE = "000.00.15.H52-260824-7489";
    private static final String CAUSE = "unmapped-code ThongTinQuyTrinh.MaQuyTrinh QT-7486";
    private static final String LAND = "/console/departments/one?sender=land";

    private final RunningHub hub;
    private final HubClient operator;
    private final OffsetDateTime since = OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1);

    HandOverDeedsTest(RunningHub hub) {
        this.hub = hub;
        this.operator = hub.as("operator");
    }

    @Test
    void namesTheIssueTheCodeTheRecordAndThePlan() {
        String receipt = hub.as(LandSystem.ID)
                .pushes(LandSystem.ID, LandSystem.accepted(CODE).replace("QT-01", "QT-7486"))
                .path("receipt")
                .asString();
        String issue = operator.gets("/api/v1/issues")
                .json()
                .path("issues")
                .valueStream()
                .filter(one -> one.path("cause").asString().equals(CAUSE))
                .map(one -> one.path("key").asString())
                .findFirst()
                .orElseThrow();
        operator.posts("/api/v1/issues/" + issue, "{\"state\":\"ACKNOWLEDGED\"}")
                .is(200);
        operator.posts(
                "/api/v1/meanings",
                "{\"sender\":\"land\",\"cause\":\"%s\",\"code\":\"QT-7486\",\"meaning\":\"1.005129\",\"reason\":\"asked\"}"
                        .formatted(CAUSE));
        String plan = operator.posts(
                        "/api/v1/resends",
                        "{\"work\":\"RENORMALISE\",\"sender\":\"land\",\"cause\":\"%s\",\"reason\":\"all of them\"}"
                                .formatted(CAUSE))
                .is(201)
                .json()
                .path("id")
                .asString();
        operator.posts("/api/v1/failures/" + receipt + "/1/replay", "{\"reason\":\"mended\"}")
                .is(202);

        assertThat(about("issue.decide", issue).path("cause").asString()).isEqualTo(CAUSE);
        assertThat(about("meaning.propose", "meaning/").path("code").asString()).isEqualTo("QT-7486");
        assertThat(about("failure.replay", receipt).path("cause").asString()).isEqualTo(CAUSE);
        assertThat(about("failure.replay", receipt).path("sender").asString()).isEqualTo("land");
        assertThat(about("resend.propose", "").path("work").asString()).isEqualTo("RENORMALISE");
        assertThat(shown())
                .contains("Chưa có bảng mã", "/console/issues/one?key=" + issue)
                .contains("QT-7486 → 1.005129", "/console/meanings/one?id=")
                .contains("một bản ghi", "/console/failures/one?receipt=" + receipt + "&amp;no=1")
                .contains("Đọc lại bản ghi đang chờ xử lý", "/console/resends/one?id=" + plan, LAND);
        operator.posts("/api/v1/resends/" + plan + "/cancel", "{\"reason\":\"only tried\"}");
    }

    @Test
    void namesTheDossierTheRouteTheKeyAndTheWindow() {
        String receipt = hub.as(LandSystem.ID)
                .pushes(LandSystem.ID, LandSystem.accepted(CODE + "1"))
                .path("receipt")
                .asString();
        hub.bean(JdbcClient.class).sql("""
                        update hub.sync set state = 'BLOCKED', cause = 'refused by the portal: E01', lease_id = null
                         where dossier_id = (select id from hub.dossiers where code = :code)
                        """).param("code", CODE + "1").update();
        operator.posts(
                        "/api/v1/national/blocked/replay",
                        "{\"code\":\"%s\",\"reason\":\"mended\"}".formatted(CODE + "1"))
                .is(202);
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        visitor.submits("/console/routes", "/console/routes/suspend?id=receive-finance", Map.of("reason", "cable"));
        visitor.submits("/console/routes", "/console/routes/resume?id=receive-finance", Map.of("reason", "cable in"));
        String prefix = hub.bean(JdbcClient.class)
                .sql("select prefix from hub.api_keys where principal = 'land' limit 1")
                .query(String.class)
                .single();
        keeps("failure.edit", receipt + "/1");
        keeps("key-rotated", prefix);
        keeps("config.revert", "config/7");
        keeps("queue.return-failed", "dead-letters/ID:1");
        keeps("resend.approve", "no plan of ours");

        assertThat(about("sync.replay", CODE + "1").path("sender").asString()).isEqualTo("land");
        assertThat(about("failure.edit", receipt).path("dossier").asString()).isEqualTo(CODE + "1");
        assertThat(about("key-rotated", prefix).path("principal").asString()).isEqualTo("land");
        assertThat(about("resend.approve", "no plan of ours").isEmpty()).isTrue();
        assertThat(shown())
                .contains("bản ghi của hồ sơ " + CODE + "1", "/console/dossiers/one?code=" + CODE + "1")
                .contains("tuyến của Sở Tài chính tỉnh Sơn La", "/console/routes/one?id=receive-finance")
                .contains("của Hệ thống đất đai VBDLIS tỉnh Sơn La", "cấu hình số 7", "no plan of ours")
                .doesNotContain("role=\"alert\"", "??");
    }

    /** As the audit keeps what this hub cannot do here. */
    private void keeps(String action, String object) {
        hub.bean(Audit.class).record(Actor.HUB, action, object, Map.of("reason", "trial"));
    }

    private String shown() {
        return ConsoleVisitor.withKeyOf(hub, "operator")
                .opens("/console/hand-over")
                .body();
    }

    private JsonNode about(String action, String object) {
        return operator.gets("/api/v1/hand-over?since=" + since)
                .is(200)
                .json()
                .path("acts")
                .valueStream()
                .filter(act -> act.path("action").asString().equals(action))
                .filter(act -> act.path("object").asString().startsWith(object))
                .map(act -> act.path("about"))
                .findFirst()
                .orElseThrow();
    }
}
