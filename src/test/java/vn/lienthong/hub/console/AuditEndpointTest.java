package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;
import vn.lienthong.ForeignCheck;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.time.VietnamTime;
import vn.lienthong.infra.HubHome;

/** Who looked at a dossier, and an audit that a stranger can check. */
@ExtendWith(OneHub.class)
class AuditEndpointTest {

    private static final String CODE = "000.00.15.H52-260824-6377";
    private static final String PAGE = "/api/v1/dossiers/" + CODE;

    private final RunningHub hub;
    private final HubClient operator;
    private final HubClient inspector;
    private final HubClient viewer;

    AuditEndpointTest(RunningHub hub) {
        this.hub = hub;
        this.operator = hub.as("operator");
        this.inspector = keyOf("the-inspector", Role.INSPECTOR);
        this.viewer = keyOf("the-viewer", Role.VIEWER);
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
    }

    @Test
    void tellsWhoOfTheStaffLookedAtADossierAndWhyAndTheirNamesToInspectorsOnly() {
        hub.as(LandSystem.ID).gets(PAGE).is(200);
        viewer.gets(PAGE).is(200);
        operator.gets(PAGE + "?reveal=true&reason=doi-chieu").is(200);

        JsonNode seen = operator.gets(PAGE + "/viewers").is(200).json().path("viewers");

        assertThat(seen.size()).isEqualTo(2);
        assertThat(seen.get(0).path("what").asString()).isEqualTo("dossier.reveal");
        assertThat(seen.get(0).path("reason").asString()).isEqualTo("doi-chieu");
        assertThat(seen.get(0).path("role").asString()).isEqualTo("OPERATOR");
        assertThat(seen.get(1).path("what").asString()).isEqualTo("dossier.view");
        assertThat(seen.toString()).doesNotContain("name", "the-viewer");
        assertThat(inspector
                        .gets("/api/v1/dossiers/viewers?code=" + CODE)
                        .is(200)
                        .text())
                .contains("\"name\":\"the-viewer\"", "\"name\":\"operator\"");
        viewer.gets(PAGE + "/viewers").is(403);
        hub.as(LandSystem.ID).gets(PAGE + "/viewers").is(403);
        hub.anonymous().gets(PAGE + "/viewers").is(401);
        assertThat(inspector.gets("/api/v1/dossiers/nobody/viewers").is(404).problem())
                .isEqualTo("unknown-dossier");
    }

    @Test
    void showsWhoLookedBehindAnyNumberOfLooksOfTheSenderItself() {
        Audit audit = hub.bean(Audit.class);
        String dossier = "looked-at-often";
        List<String> looks = List.of("dossier.view");
        audit.record(new Actor("the-viewer", Role.VIEWER), "dossier.view", dossier, Map.of());
        audit.record(new Actor(LandSystem.ID, Role.SENDER), "dossier.view", dossier, Map.of());
        assertThat(audit.about(dossier, looks, Role.SENDER, 1))
                .singleElement()
                .satisfies(look -> assertThat(look.actor()).isEqualTo("the-viewer"));
    }

    @Test
    void exportsADayThatAStrangerFindsUnbrokenAndAnAlteredOneBroken() {
        operator.gets(PAGE + "?reveal=true&reason=ki%E1%BB%83m+tra+%22m%E1%BB%99t%22%0A")
                .is(200);
        JsonNode verdict = inspector.gets("/api/v1/audit/verification").is(200).json();
        assertThat(verdict.path("entries").asInt()).isGreaterThan(3);
        assertThat(verdict.path("firstBroken").isNull()).isTrue();
        LocalDate today = LocalDate.now(VietnamTime.ZONE);
        String before = inspector
                .gets("/api/v1/audit?day=" + today.minusDays(1))
                .is(200)
                .text();
        String day = inspector.gets("/api/v1/audit?day=" + today).is(200).text();

        assertThat(day.lines().count()).isGreaterThan(3);
        List<String> key = List.of("--chain", "audit", "--master-key", masterKey());
        ForeignCheck good = ForeignCheck.of(key, before, day);
        assertThat(good.said()).contains(day.lines().count() + before.lines().count() + " entries, as written");
        assertThat(good.exit()).isZero();
        assertThat(ForeignCheck.of(List.of(), before, day).said()).contains("contents not checked");

        String altered = day.replaceFirst("\"actor\":\"operator\"", "\"actor\":\"somebody\"");
        assertThat(ForeignCheck.of(key, altered).said()).contains("is not what was written");
        String missing =
                day.substring(0, day.indexOf('\n') + 1) + day.substring(day.indexOf('\n', day.indexOf('\n') + 1) + 1);
        assertThat(ForeignCheck.of(List.of(), missing).said()).contains("does not follow");
        assertThat(ForeignCheck.of(List.of("--chain", "other", "--master-key", masterKey()), day)
                        .exit())
                .isOne();
    }

    @Test
    void showsTheAuditToInspectorsAndAboveAndNamesAWrongDay() {
        viewer.gets("/api/v1/audit?day=2026-11-22").is(403);
        hub.as(LandSystem.ID).gets("/api/v1/audit/verification").is(403);
        inspector.gets("/api/v1/audit").is(400);
        inspector.gets("/api/v1/audit?day=22/11/2026").is(400);
        inspector.gets("/api/v1/audit?day=2020-01-01").is(200);
    }

    private String masterKey() {
        return hub.bean(HubHome.class).secrets().resolve("master-key").toString();
    }

    /** Given as the first start gives those of the other roles. */
    private HubClient keyOf(String principal, Role role) {
        ReflectionTestUtils.invokeMethod(hub.context().getBean("firstKeys"), "provide", principal, role);
        ReflectionTestUtils.invokeMethod(hub.context().getBean("keyRing"), "refresh");
        return hub.as(principal);
    }
}
