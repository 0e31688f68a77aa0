package vn.lienthong.hub.console.issues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.infra.BesideOthers;

/** Failures as issues, on a whole hub. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class IssuesTest {

    private static final String ISSUES = "/api/v1/issues";

    private final RunningHub hub = RunningHub.start();
    private int serial = 7400;

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    void countsAllThatFailInTheSameWayAsOne() {
        parks("QT-71");
        parks("QT-71");
        parks("QT-72");
        JsonNode issue = issue("QT-71").orElseThrow();
        assertThat(issue.path("kind").asString()).isEqualTo("PARKED");
        assertThat(issue.path("neighbour").asString()).isEqualTo(LandSystem.ID);
        assertThat(issue.path("count").asInt()).isEqualTo(2);
        assertThat(issue.path("recent").get(23).asInt()).isEqualTo(2);
        assertThat(issue.path("state").asString()).isEqualTo("OPEN");
        assertThat(issue("QT-72").orElseThrow().path("key")).isNotEqualTo(issue.path("key"));
    }

    @Test
    void belongsToWhoeverTakesItAndKeepsWhatWasSaid() {
        parks("QT-73");
        says("QT-73", "{\"state\":\"IN_PROGRESS\",\"note\":\"asked the land office\"}")
                .is(200);
        JsonNode detail = operator().gets(address("QT-73")).is(200).json();
        assertThat(detail.path("issue").path("owner").asString()).isEqualTo("operator");
        assertThat(detail.path("acts").get(0).path("note").asString()).isEqualTo("asked the land office");
    }

    @Test
    void comesBackWhenItFailsAgainAfterItWasResolved() {
        parks("QT-74");
        says("QT-74", "{\"state\":\"RESOLVED\"}").is(200);
        assertThat(issue("QT-74").orElseThrow().path("state").asString()).isEqualTo("RESOLVED");
        parks("QT-74");
        JsonNode again = issue("QT-74").orElseThrow();
        assertThat(again.path("state").asString()).isEqualTo("OPEN");
        assertThat(again.path("returned").asBoolean()).isTrue();
    }

    @Test
    void isClosedAndReadAfterNothingOfItFailsAnyMore() {
        parks("QT-79");
        String address = address("QT-79");
        operator().posts(address, "{\"state\":\"IN_PROGRESS\"}").is(200);
        hub.bean(JdbcClient.class)
                .sql("update hub.records set state = 'REGISTERED', cause = null where cause like '%QT-79'")
                .update();

        operator()
                .posts(address, "{\"state\":\"RESOLVED\",\"note\":\"mapped\"}")
                .is(200);

        JsonNode closed = operator().gets(address).is(200).json();
        assertThat(closed.path("issue").path("state").asString()).isEqualTo("RESOLVED");
        assertThat(closed.path("acts").toString()).contains("mapped");
        assertThat(issue("QT-79")).isEmpty();
        assertThat(operator().gets(ISSUES + "?state=RESOLVED").is(200).text()).contains("QT-79");
    }

    @Test
    void comesBackWhenItsReplayedRecordsFailAgain() {
        parks("QT-76");
        String cause = issue("QT-76").orElseThrow().path("cause").asString();
        says("QT-76", "{\"state\":\"RESOLVED\"}").is(200);
        assertThat(issue("QT-76").orElseThrow().path("state").asString()).isEqualTo("RESOLVED");
        operator()
                .posts(
                        "/api/v1/failures/replay",
                        "{\"sender\":\"land\",\"state\":\"PARKED\",\"cause\":\"%s\",\"reason\":\"mended\"}"
                                .formatted(cause))
                .is(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> issue("QT-76")
                        .filter(again -> again.path("returned").asBoolean())
                        .isPresent());
        assertThat(issue("QT-76").orElseThrow().path("state").asString()).isEqualTo("OPEN");
    }

    /** What another environment does not take is nobody's work here. */
    @Test
    void countsWhatIsBlockedInThisEnvironmentOnlyAndOfThisSenderOnly() {
        String code = "000.00.15.H52-260824-7499";
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(code));
        JdbcClient db = hub.bean(JdbcClient.class);
        db.sql("""
                        insert into hub.sync (dossier_id, neighbour, environment, last_seq, state, lane, queued_at, cause)
                        select id, 'national', 'elsewhere', 1, 'BLOCKED', 'LIVE', now(), 'trial elsewhere'
                          from hub.dossiers where code = :code
                        """).param("code", code).update();
        db.sql("""
                        update hub.sync set state = 'BLOCKED', cause = 'trial here'
                         where environment <> 'elsewhere'
                           and dossier_id = (select id from hub.dossiers where code = :code)
                        """).param("code", code).update();
        assertThat(issue("trial here")).isPresent();
        says("trial here", "{\"state\":\"RESOLVED\"}").is(200);
        assertThat(issue("trial here").orElseThrow().path("state").asString()).isEqualTo("RESOLVED");
        db.sql("update hub.sync set blocked_at = now() where cause = 'trial here'")
                .update();
        assertThat(issue("trial here").orElseThrow().path("returned").asBoolean())
                .isTrue();
        assertThat(issue("trial elsewhere")).isEmpty();
        String blocked = "/api/v1/national/blocked?cause=trial%20here&sender=";
        assertThat(operator().gets(blocked + "land").is(200).json().path("blocked"))
                .hasSize(1);
        assertThat(operator().gets(blocked + "health").is(200).json().path("blocked"))
                .isEmpty();
    }

    @Test
    void namesEveryFieldThatHeldDossiersLackWithHowManyOfThem() {
        holds("7491", "not sendable: NgayHenTra, LoaiDoiTuong, ask land");
        holds("7492", "not sendable: NgayHenTra, LoaiDoiTuong, ask land");
        holds("7493", "not sendable: NgayHenTra, ask land");

        JsonNode both = issue("NgayHenTra, LoaiDoiTuong, ask land").orElseThrow();
        assertThat(both.path("lacks").toString())
                .isEqualTo("[{\"field\":\"NgayHenTra\",\"count\":2,\"department\":3},"
                        + "{\"field\":\"LoaiDoiTuong\",\"count\":2,\"department\":2}]");
        JsonNode alone = issue("not sendable: NgayHenTra, ask land").orElseThrow();
        assertThat(alone.path("lacks").toString())
                .isEqualTo("[{\"field\":\"NgayHenTra\",\"count\":1,\"department\":3}]");
        assertThat(alone.path("key")).isNotEqualTo(both.path("key"));
    }

    private void holds(String serial, String cause) {
        String code = "000.00.15.H52-260824-" + serial;
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(code));
        hub.bean(JdbcClient.class)
                .sql("""
                        update hub.sync set state = 'BLOCKED', cause = :cause
                         where dossier_id = (select id from hub.dossiers where code = :code)
                        """)
                .param("cause", cause)
                .param("code", code)
                .update();
    }

    @Test
    void listsWhatWasRefusedForTheSameReason() {
        hub.as(LandSystem.ID)
                .pushes(
                        LandSystem.ID,
                        LandSystem.accepted("000.00.15.H52-260824-7498").replace("24/08/2026", "99/99/2026"));
        JsonNode refused =
                operator().gets(ISSUES + "?kind=REFUSED").is(200).json().at("/issues/0");
        String members = "/api/v1/failures?sender=land&state=REFUSED&cause=";
        assertThat(operator()
                        .gets(members + HubClient.encoded(refused.path("cause").asString()))
                        .is(200)
                        .json()
                        .path("failures"))
                .hasSize(refused.path("count").asInt());
        assertThat(operator()
                        .gets(members + "something-else%20field")
                        .is(200)
                        .json()
                        .path("failures"))
                .isEmpty();
    }

    @Test
    void isSilentUntilAMomentAndOnlyUntilOne() {
        parks("QT-75");
        assertThat(says("QT-75", "{\"state\":\"MUTED\"}")
                        .is(400)
                        .json()
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("mutedUntil");
        says("QT-75", "{\"state\":\"MUTED\",\"mutedUntil\":\"2020-01-01T00:00:00+07:00\"}")
                .is(400);
        says("QT-75", "{\"state\":\"RESOLVED\",\"mutedUntil\":\"2099-01-01T00:00:00+07:00\"}")
                .is(400);
        says("QT-75", "{\"state\":\"MUTED\",\"mutedUntil\":\"2099-01-01T00:00:00+07:00\"}")
                .is(200);
        assertThat(issue("QT-75").orElseThrow().path("state").asString()).isEqualTo("MUTED");
    }

    @Test
    void knowsNoIssueThatThereIsNot() {
        HubClient.Answer unknown = operator().gets(ISSUES + "/0000000000000000").is(404);
        assertThat(unknown.problem()).isEqualTo("unknown-issue");
        assertThat(unknown.json().path("detail").asString()).contains("Không có sự cố này");
        says404("{\"state\":\"RESOLVED\"}");
    }

    private void says404(String word) {
        operator().posts(ISSUES + "/0000000000000000", word).is(404);
    }

    @Test
    void isNothingForASystem() {
        hub.as(LandSystem.ID).gets(ISSUES).is(403);
    }

    private HubClient operator() {
        return hub.as("operator");
    }

    private HubClient.Answer says(String code, String word) {
        return operator().posts(address(code), word);
    }

    private String address(String code) {
        return ISSUES + "/" + issue(code).orElseThrow().path("key").asString();
    }

    private Optional<JsonNode> issue(String code) {
        return operator()
                .gets(ISSUES)
                .is(200)
                .json()
                .path("issues")
                .valueStream()
                .filter(issue -> issue.path("cause").asString().endsWith(code))
                .findFirst();
    }

    /** A dossier whose kind of work has no procedure in our table. */
    private void parks(String code) {
        String push = LandSystem.accepted("000.00.15.H52-260824-" + serial++).replace("QT-01", code);
        hub.as(LandSystem.ID).pushes(LandSystem.ID, push);
    }
}
