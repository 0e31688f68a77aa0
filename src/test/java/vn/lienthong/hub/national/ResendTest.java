package vn.lienthong.hub.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient.Answer;
import vn.lienthong.infra.BesideOthers;

/** Plans to tell the portal many dossiers again: tried dry, approved, run, paused, cancelled; their counts add up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class ResendTest {

    private static final String RESENDS = "/api/v1/resends";
    private static final String OPERATOR = "operator";
    private static final String POOR = "{\"summary\":\"Hồ sơ mẫu\",\"applicant\":{\"name\":\"TRẦN VĂN THỬ\"}}";

    private final NationalPages hub = new NationalPages();

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    void foreseesWhatBecomesOfEachDossierAndThenDoesExactlyThat() {
        UUID told = hub.register().dossier("FORE-told", 1, 2);
        UUID newer = hub.register().dossier("FORE-newer", 1, 2);
        UUID poor = hub.register().dossier("FORE-poor", POOR, 2);
        settled(told);
        settled(newer);
        await().atMost(SyncRig.patience()).until(() -> state(poor).equals("BLOCKED"));
        confirm(newer);
        hub.portal().forgetsEverything();

        String plan = propose(
                "\"codes\":[\"FORE-told\",\"FORE-newer\",\"FORE-poor\",\"FORE-none\"],\"includeConfirmed\":true");
        assertThat(forecasts(plan))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "FORE-told", "WILL_PASS",
                        "FORE-newer", "WILL_PASS",
                        "FORE-poor", "WILL_FAIL",
                        "FORE-none", "WILL_FAIL"));
        hub.register().step(newer, 4);
        hub.bean(NationalSync.class).wake();
        act(plan, "approve").is(200);

        JsonNode done = done(plan);
        assertThat(done.path("dossiers").asInt()).isEqualTo(4);
        assertThat(done.at("/outcomes/ACKNOWLEDGED").asInt())
                .as(done.toString())
                .isEqualTo(1);
        assertThat(done.at("/outcomes/OVERTAKEN").asInt()).isEqualTo(1);
        assertThat(done.at("/outcomes/FAILED").asInt()).isEqualTo(2);
        assertThat(hub.portal().steps("FORE-told")).containsExactly(1, 2);
        assertThat(hub.audited("resend.approve")).anyMatch(entry -> entry.contains(plan));
    }

    @Test
    void doesNothingToWhatThePortalItselfSaidItHas() {
        UUID known = hub.register().dossier("NOOP-1", 1, 2);
        settled(known);
        confirm(known);
        String plan = propose("\"codes\":[\"NOOP-1\"]");
        assertThat(forecasts(plan)).containsExactlyEntriesOf(Map.of("NOOP-1", "NO_OP"));
        act(plan, "approve").is(200);
        assertThat(done(plan).at("/outcomes/NO_OP").asInt()).isEqualTo(1);
        assertThat(state(known)).isEqualTo("IDLE");
    }

    @Test
    void letsBlockedDossiersOfACauseTryAgainAfterTheFix() {
        UUID poor = hub.register().dossier("CAUSED-1", POOR, 2);
        await().atMost(SyncRig.patience()).until(() -> state(poor).equals("BLOCKED"));
        hub.jdbc()
                .sql(
                        "update hub.dossiers set facts = (select facts from hub.dossiers where code = 'CAUSED-0') where id = ?")
                .param(withFacts("CAUSED-0", poor))
                .update();
        String plan = propose("\"cause\":\"not sendable\",\"codes\":[\"CAUSED-1\"]");
        act(plan, "approve").is(200);
        assertThat(done(plan).at("/outcomes/ACKNOWLEDGED").asInt()).isEqualTo(1);
        assertThat(hub.portal().has("CAUSED-1")).isTrue();
    }

    private UUID withFacts(String other, UUID dossier) {
        settled(hub.register().dossier(other, 1, 2));
        return dossier;
    }

    @Test
    void sendsNothingOutsideItsHoursNorWhilePausedNorAfterItIsCancelled() {
        settled(hub.register().dossier("HOURS-1", 1, 2));
        LocalTime now = LocalTime.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        String plan = propose(
                "\"codes\":[\"HOURS-1\"],\"includeConfirmed\":true,\"window\":{\"from\":\"%s\",\"until\":\"%s\"}"
                        .formatted(
                                now.plusHours(2).withNano(0), now.plusHours(3).withNano(0)));
        act(plan, "approve").is(200);
        act(plan, "approve").is(409);
        act(plan, "pause").is(200);
        act(plan, "resume").is(200);
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .until(() -> read(plan).at("/outcomes/WAITING").asInt() == 1);
        act(plan, "cancel").is(200);
        JsonNode over = await().atMost(Duration.ofSeconds(10)).until(() -> read(plan), seen -> seen.has("endedAt"));
        assertThat(over.path("state").asString()).isEqualTo("CANCELLED");
        assertThat(over.at("/outcomes/CANCELLED").asInt()).isEqualTo(1);
        act(plan, "resume").is(409);
    }

    @Test
    void mapsParkedRecordsAgainAndSaysBeforeWhichWillStayParked() throws IOException {
        String push = Files.readString(Path.of("src/test/resources/departments/home-affairs/new-dossier.push.json"));
        for (String code : List.of("PARK-1", "PARK-2")) {
            hub.as("home-affairs")
                    .pushes(
                            "home-affairs",
                            push.replace("000.00.14.H52-260824-0002", code).replace("1.004889", "9.999999"));
        }
        String parked = "\"work\":\"RENORMALISE\",\"sender\":\"home-affairs\"";
        String early = propose(parked);
        assertThat(forecasts(early)).containsAllEntriesOf(Map.of("PARK-1", "WILL_FAIL", "PARK-2", "WILL_FAIL"));
        act(early, "cancel").is(200);

        String fix = "code,version,from,name,domainCode,domainName,limit\n"
                + "9.999999,1,2020-01-01,Thủ tục thử,G18-GD01,Lĩnh vực thử,10 ngày làm việc\n";
        hub.administrator()
                .posts(
                        "/api/v1/config/imports?kind=PROCEDURES&reason=trial&apply=true",
                        fix.getBytes(StandardCharsets.UTF_8),
                        "text/csv")
                .is(200);
        String plan = propose(parked);
        assertThat(forecasts(plan)).containsAllEntriesOf(Map.of("PARK-1", "WILL_PASS", "PARK-2", "WILL_PASS"));
        act(plan, "approve").is(200);
        assertThat(done(plan).at("/outcomes/REGISTERED").asInt()).isEqualTo(2);
        hub.as(OPERATOR).gets("/api/v1/dossiers/PARK-2").is(200);
    }

    @Test
    void takesAListOfAHundredThousandCodes() {
        String codes = IntStream.range(0, 100_000)
                .mapToObj("\"000.00.22.H52-260824-%06d\""::formatted)
                .collect(Collectors.joining(","));
        String plan = propose("\"codes\":[" + codes + "]");
        assertThat(read(plan).at("/forecasts/WILL_FAIL").asInt()).isEqualTo(100_000);
        act(plan, "cancel").is(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reason\":\"x\"} | 422",
                "{\"codes\":[\"a\"]} | 400",
                "{\"codes\":[],\"reason\":\"x\"} | 422",
                "{\"sender\":\"nobody\",\"reason\":\"x\"} | 422",
                "{\"codes\":[\"a\"],\"perSecond\":0,\"reason\":\"x\"} | 422",
                "{\"codes\":[\"a\"],\"perSecond\":100000,\"reason\":\"x\"} | 422",
                "{\"codes\":[\"a\"],\"window\":{\"from\":\"22:00\"},\"reason\":\"x\"} | 422",
                "{\"codes\":[\"a\"],\"window\":{\"from\":\"22:00\",\"until\":\"22:00\"},\"reason\":\"x\"} | 422",
                "{\"codes\":\"a\",\"reason\":\"x\"} | 400",
                "{\"codes\":[\"a\" | 400",
                "[] | 400",
                "{\"sender\":\"s\",\"from\":\"2026-02-01\",\"to\":\"2026-01-01\",\"reason\":\"x\"} | 422",
            })
    void refusesAProposalThatCannotBe(String proposal, int status) {
        Answer answer = hub.as(OPERATOR).posts(RESENDS, proposal);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(hub.as("home-affairs").posts(RESENDS, proposal).status()).isIn(400, 403);
    }

    private String propose(String what) {
        String plan = hub.as(OPERATOR)
                .posts(RESENDS, "{" + what + ",\"reason\":\"thử\"}")
                .is(201)
                .json()
                .path("id")
                .asString();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> read(plan).path("state").asString().equals("CHECKED"));
        return plan;
    }

    private Answer act(String plan, String act) {
        return hub.as(OPERATOR).posts(RESENDS + "/" + plan + "/" + act, "{\"reason\":\"thử\"}");
    }

    private JsonNode read(String plan) {
        return hub.as(OPERATOR).gets(RESENDS + "/" + plan).is(200).json();
    }

    private JsonNode done(String plan) {
        return await().atMost(SyncRig.patience())
                .until(() -> read(plan), seen -> seen.path("state").asString().equals("DONE"));
    }

    private Map<String, String> forecasts(String plan) {
        Map<String, String> forecasts = new TreeMap<>();
        hub.as(OPERATOR)
                .gets(RESENDS + "/" + plan + "/items")
                .is(200)
                .json()
                .path("items")
                .forEach(item -> forecasts.put(
                        item.path("code").asString(), item.path("forecast").asString()));
        return forecasts;
    }

    private void settled(UUID dossier) {
        hub.bean(NationalSync.class).wake();
        await().atMost(SyncRig.patience())
                .until(() ->
                        hub.jdbc().sql("""
                                select state = 'IDLE' and next_attempt_at is null and acked_seq = last_seq
                                from hub.sync where dossier_id = ?""").param(dossier).query(Boolean.class).single());
    }

    /** As the second look would leave it. */
    private void confirm(UUID dossier) {
        hub.jdbc().sql("""
                        update hub.sync set confirmed_seq = acked_seq, confirmed_details_seq = acked_details_seq
                        where dossier_id = ?""").param(dossier).update();
    }

    private String state(UUID dossier) {
        return hub.jdbc()
                .sql("select state from hub.sync where dossier_id = ?")
                .param(dossier)
                .query(String.class)
                .single();
    }
}
