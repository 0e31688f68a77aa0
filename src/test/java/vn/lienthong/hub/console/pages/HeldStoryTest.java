package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.trust.Seal;

/** The story of a dossier that the hub keeps from the portal goes on behind the register. */
@ExtendWith(OneHub.class)
class HeldStoryTest {

    private static final String CODE = "000.00.15.H52-260824-641";
    private static final String LACKING = "not sendable: LoaiDoiTuong, ask land";

    private final RunningHub hub;

    HeldStoryTest(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void saysSinceWhenItIsHeldForWhatAndToWhichIssueItBelongs() {
        String code = pushed("1");
        stands(code, "BLOCKED", LACKING);
        JsonNode last = lastAtThePortal(code);
        assertThat(last.path("what").asString()).isEqualTo("held not sent");
        assertThat(last.path("detail").asString()).isEqualTo(LACKING);
        String issue = last.path("issue").asString();
        hub.as("operator").gets("/api/v1/issues/" + issue).is(200);
        assertThat(hub.as("operator")
                        .gets("/api/v1/dossiers/timeline?code=" + code, "text/plain")
                        .text())
                .contains("national  held not sent  " + LACKING + "  issue " + issue);
        assertThat(ConsoleVisitor.withKeyOf(hub, "operator")
                        .opens("/console/dossiers/one?code=" + code)
                        .body())
                .contains("Trung tâm giữ lại từ lúc này, chưa gửi lên cổng", "(LoaiDoiTuong)", "Đến lượt")
                .contains("/console/issues/one?key=" + issue);
    }

    @Test
    void saysOfAHoldThatIsOverThatItWasAndWhenTheDossierWentOn() {
        String code = pushed("2");
        stands(code, "IDLE", null);
        assertThat(lastAtThePortal(code).path("what").asString()).isEqualTo("was held");
        assertThat(lastAtThePortal(code).has("issue")).isFalse();
        calls(code, OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(1), "ACKED");
        JsonNode held = atThePortal(code, "was held");
        assertThat(held.path("detail").asString()).startsWith("held until ");
        assertThat(ConsoleVisitor.withKeyOf(hub, "operator")
                        .opens("/console/dossiers/one?code=" + code)
                        .body())
                .contains("Trung tâm từng giữ lại", "gửi tiếp lúc ");
    }

    @Test
    void leavesARefusalOfThePortalToItsCall() {
        String code = pushed("3");
        stands(code, "BLOCKED", "refused by the portal: E01");
        assertThat(story(code).toString()).doesNotContain("held");
        stands(code, "IDLE", null);
        calls(code, OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1), "REFUSED");
        assertThat(story(code).toString()).doesNotContain("held");
    }

    private String pushed(String serial) {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE + serial));
        return CODE + serial;
    }

    /** As a worker leaves the row; one that has it in hand finds that it is not its own any more. */
    private void stands(String code, String state, @Nullable String cause) {
        Neighbour portal = hub.bean(Neighbour.class);
        assertThat(hub.bean(JdbcClient.class)
                        .sql("""
                                update hub.sync set state = :state, cause = :cause, blocked_at = :now, lease_id = null,
                                       lease_until = null, next_attempt_at = null
                                 where dossier_id = (select id from hub.dossiers where code = :code)
                                   and neighbour = :portal and environment = :environment
                                """)
                        .param("state", state)
                        .param("cause", cause)
                        .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                        .param("code", code)
                        .param("portal", portal.name())
                        .param("environment", portal.environment())
                        .update())
                .isEqualTo(1);
    }

    private void calls(String code, OffsetDateTime at, String verdict) {
        Neighbour portal = hub.bean(Neighbour.class);
        UUID call = UUID.randomUUID();
        JdbcClient db = hub.bean(JdbcClient.class);
        db.sql("""
                        insert into hub.calls (id, started_at, neighbour, environment, service, request, verdict)
                        values (:call, :at, :portal, :environment, 'DongBoHoSoMC', :request, :verdict)
                        """)
                .param("call", call)
                .param("at", at)
                .param("portal", portal.name())
                .param("environment", portal.environment())
                .param("request", hub.bean(Seal.class).seal("{}".getBytes(StandardCharsets.UTF_8)))
                .param("verdict", verdict)
                .update();
        db.sql("""
                        insert into hub.attempts (dossier_id, call_id, started_at, neighbour, step, verdict)
                        select id, :call, :at, :portal, 'CREATE', :verdict from hub.dossiers where code = :code
                        """)
                .param("call", call)
                .param("at", at)
                .param("portal", portal.name())
                .param("verdict", verdict)
                .param("code", code)
                .update();
    }

    private JsonNode lastAtThePortal(String code) {
        return atThePortal(code, "");
    }

    private JsonNode atThePortal(String code, String what) {
        return story(code)
                .valueStream()
                .filter(moment -> moment.path("where").asString().equals("national"))
                .filter(moment -> moment.path("what").asString().startsWith(what))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private JsonNode story(String code) {
        return hub.as("operator")
                .gets("/api/v1/dossiers/timeline?code=" + code, "application/json")
                .is(200)
                .json()
                .path("timeline");
    }
}
