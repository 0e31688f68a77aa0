package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.dossier.Neighbour;

/** What becomes of an issue when its records are read again, and of the dossiers that got in. */
@ExtendWith(OneHub.class)
class ReadAgainPagesTest {

    private static final String CODE = "000.00.15.H52-260824-7470";
    private static final String LACKING = "not sendable: TenNguoiNop, ask land";

    private final RunningHub hub;

    ReadAgainPagesTest(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void keepsAnIssueInHandWhenAllItsRecordsGotIn() {
        String since = OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1).toString();
        String cause = parks("QT-9871");
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        String key = key(cause);
        String issue = "/console/issues/one?key=" + key;
        assertThat(readsAgain(visitor, key, cause, " ").statusCode()).isEqualTo(400);
        assertThat(visitor.opens(issue).body()).contains("<option value=\"OPEN\" selected=\"selected\">");

        letsIn(visitor, ConsoleVisitor.location(readsAgain(visitor, key, cause, "the table knows it now")), "QT-9871");

        await().atMost(Duration.ofSeconds(10))
                .until(() -> visitor.opens(issue).body().contains("Không còn gì hỏng vì nguyên nhân này"));
        assertThat(visitor.opens(issue).body())
                .contains("the table knows it now", "<option value=\"IN_PROGRESS\" selected=\"selected\">");
        assertThat(hub.as("operator")
                        .gets("/api/v1/issues/turns?since=" + since)
                        .is(200)
                        .json()
                        .path("taken")
                        .toString())
                .contains(key);
        visitor.submits(issue, "/console/issues/say?key=" + key, Map.of("state", "RESOLVED", "note", "all in"));
        assertThat(visitor.opens(issue).body()).contains("all in", "<option value=\"RESOLVED\" selected=\"selected\">");
    }

    @Test
    void saysHowManyOfThoseThatGotInAreHeldBackFromThePortal() {
        String cause = parks("QT-9872");
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        HttpResponse<String> sent = readsAgain(visitor, key(cause), cause, "the table knows it now");
        String page = ConsoleVisitor.location(sent);
        letsIn(visitor, page, "QT-9872");
        assertThat(visitor.opens(page).body())
                .contains("Tất cả đã vào sổ")
                .doesNotContain("nhưng chưa gửi được", "kind=BLOCKED");

        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
        JdbcClient db = hub.bean(JdbcClient.class);
        db.sql("""
                        update hub.records set dossier_id = (select id from hub.dossiers where code = :code)
                         where code = 'QT-9872'
                        """).param("code", CODE).update();
        held();
        assertThat(visitor.opens(page).body())
                .contains("1 hồ sơ đã vào sổ nhưng chưa gửi được lên Cổng quốc gia")
                .contains(whereHeld());
    }

    @Test
    void offersNoPlanForDossiersThatLackWhatThePortalDemands() {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
        held();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> hub.as("operator")
                        .gets("/api/v1/issues?kind=BLOCKED")
                        .text()
                        .contains(LACKING));
        assertThat(ConsoleVisitor.withKeyOf(hub, "operator")
                        .opens("/console/issues/one?key=" + key(LACKING))
                        .body())
                .contains("đơn vị phải bổ sung dữ liệu rồi gửi lại", "Gửi lại y nguyên không giúp được", CODE)
                .contains("Bộ phận CNTT, Sở Nông nghiệp và Môi trường tỉnh Sơn La", "tel:0212", "land@example.vn")
                .contains("Còn thiếu gì", "tên người nộp (TenNguoiNop)</th>")
                .doesNotContain("theo kế hoạch", "Cổng từ chối: sửa theo lời của cổng");
        assertThat(ConsoleVisitor.withKeyOf(hub, "operator")
                        .opens("/console/lists/issues.csv?kind=BLOCKED&neighbour=land")
                        .body())
                .contains("tên người nộp (TenNguoiNop): ");
    }

    @Test
    void saysInTheReadersLanguageThatThereIsNoSuchIssue() {
        String page = "/console/issues/one?key=0000000000000000";
        assertThat(ConsoleVisitor.withKeyOf(hub, "operator").opens(page).body())
                .contains("role=\"alert\"", "Không có sự cố này")
                .doesNotContain("No such issue");
    }

    private HttpResponse<String> readsAgain(ConsoleVisitor visitor, String key, String cause, String reason) {
        return visitor.submits(
                "/console/issues/one?key=" + key,
                "/console/issues/replay?key=" + key,
                Map.of("sender", LandSystem.ID, "state", "PARKED", "cause", cause, "reason", reason));
    }

    /** As if the table had been mended: what waits again after the replay counts as registered. */
    private void letsIn(ConsoleVisitor visitor, String page, String code) {
        assertThat(page).startsWith(ReplayedPagesEndpoint.PAGE);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> visitor.opens(page).body().contains("còn bản ghi chưa vào được"));
        hub.bean(JdbcClient.class).sql("""
                        update hub.records set state = 'REGISTERED', cause = null, reasons = null, code = :code
                         where state = 'PARKED' and cause like '%' || :code
                        """).param("code", code).update();
    }

    /** The issue itself while it is the only one that is held back. */
    private String whereHeld() {
        List<String> keys = hub.as("operator")
                .gets("/api/v1/issues?kind=BLOCKED&neighbour=land")
                .json()
                .path("issues")
                .valueStream()
                .filter(issue -> issue.path("count").asInt() > 0)
                .map(issue -> issue.path("key").asString())
                .toList();
        return keys.size() == 1
                ? "/console/issues/one?key=" + keys.getFirst()
                : "/console/issues?kind=BLOCKED&amp;neighbour=land";
    }

    private void held() {
        Neighbour portal = hub.bean(Neighbour.class);
        hub.bean(JdbcClient.class)
                .sql("""
                        insert into hub.sync (dossier_id, neighbour, environment, last_seq, state, lane, queued_at, cause)
                        select id, :portal, :environment, 1, 'BLOCKED', 'LIVE', now(), :cause
                          from hub.dossiers where code = :code
                        on conflict (dossier_id, neighbour, environment) do update
                          set state = 'BLOCKED', cause = excluded.cause
                        """)
                .param("portal", portal.name())
                .param("environment", portal.environment())
                .param("cause", LACKING)
                .param("code", CODE)
                .update();
    }

    private String parks(String code) {
        hub.as(LandSystem.ID)
                .pushes(LandSystem.ID, LandSystem.accepted(CODE + "1").replace("QT-01", code));
        return "unmapped-code ThongTinQuyTrinh.MaQuyTrinh " + code;
    }

    private String key(String cause) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> hub.as("operator")
                                .gets("/api/v1/issues")
                                .json()
                                .path("issues")
                                .valueStream()
                                .filter(issue -> issue.path("cause").asString().equals(cause))
                                .map(issue -> issue.path("key").asString())
                                .toList(),
                        keys -> !keys.isEmpty())
                .getFirst();
    }
}
