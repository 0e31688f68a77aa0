package vn.lienthong.hub.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.lienthong.infra.BesideOthers;

/** An announced outage of the portal: nothing is called, nothing is counted as an attempt, everything goes out after it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class MaintenanceTest {

    private static final String WINDOWS = "/api/v1/national/maintenance";
    private static final String OUTLOOK = "/api/v1/national/outlook";
    private static final String OPERATOR = "operator";
    private static final String CODE = "H52.15-261122-0001";
    private static final int PACE = 7;

    private final NationalPages hub = new NationalPages();

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    void leavesThePortalAloneUntilTheWindowEndsAndThenTellsEverything() {
        var window =
                plan(OffsetDateTime.now().minusMinutes(1), OffsetDateTime.now().plusHours(2));
        await().atMost(SyncRig.patience())
                .until(() -> outlook().path("breaker").asString().equals("NOTHING"));

        var dossier = hub.register().dossier(CODE, 1, 2, 4);
        hub.bean(NationalSync.class).wake();
        await().atMost(SyncRig.patience()).until(() -> outlook().path("waiting").asInt() == 1);

        assertThat(row(dossier)).isEqualTo("QUEUED 0");
        assertThat(hub.portal().has(CODE)).isFalse();
        assertThat(outlook().path("heldUntil").asString()).isNotBlank();
        assertThat(outlook().path("emptyAt").asString()).isNotBlank();
        assertThat(hub.gets(OPERATOR, "/actuator/health")
                        .body()
                        .at("/components/national/details/maintenanceUntil")
                        .asString())
                .isNotBlank();

        assertThat(end(window, "Cổng báo xong sớm")).isEqualTo(204);
        await().atMost(SyncRig.patience()).until(() -> hub.portal().has(CODE));
        assertThat(end(window, "lần nữa")).isEqualTo(409);
        assertThat(hub.audited("maintenance.plan")).singleElement().asString().contains("Bảo trì Cổng");
        assertThat(hub.audited("maintenance.end")).singleElement().asString().contains("xong sớm");
        assertThat(hub.gets(OPERATOR, WINDOWS).body().path(0).path("state").asString())
                .isEqualTo("OVER");
    }

    @ParameterizedTest
    @MethodSource
    void refusesAPlanThatCannotBe(String plan, String field) {
        var answer = hub.posts(OPERATOR, WINDOWS, plan);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asString()).contains(field);
    }

    static Stream<Arguments> refusesAPlanThatCannotBe() {
        String late = "\"from\":\"2026-11-22T22:00:00+07:00\",";
        String far = "\"from\":\"2999-01-01T00:00:00+07:00\",\"until\":\"2999-01-02T00:00:00+07:00\",";
        return Stream.of(
                Arguments.of("{}", "from"),
                Arguments.of("{" + late + "\"reason\":\"x\"}", "until"),
                Arguments.of("{" + late + "\"until\":\"2026-11-22T21:00:00+07:00\",\"reason\":\"x\"}", "until"),
                Arguments.of("{" + late + "\"until\":\"2027-11-22T21:00:00+07:00\",\"reason\":\"x\"}", "14 days"),
                Arguments.of("{" + far + "\"reason\":\" \"}", "reason"),
                Arguments.of("{" + far + "\"reason\":\"x\",\"drainPerSecond\":0}", "drainPerSecond"),
                Arguments.of("{" + far + "\"reason\":\"x\",\"rampUpSeconds\":-1}", "rampUpSeconds"));
    }

    @Test
    void letsOnlyOperatorsPlan() {
        assertThat(hub.posts("home-affairs", WINDOWS, "{}").status()).isEqualTo(403);
        assertThat(hub.posts("", WINDOWS, "{}").status()).isEqualTo(401);
        assertThat(hub.gets("home-affairs", OUTLOOK).status()).isEqualTo(403);
    }

    private UUID plan(OffsetDateTime from, OffsetDateTime until) {
        var answer = hub.posts(
                OPERATOR,
                WINDOWS,
                "{\"from\":\"%s\",\"until\":\"%s\",\"reason\":\"Bảo trì Cổng\",\"drainPerSecond\":%d}"
                        .formatted(from, until, PACE));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("state").asString()).isEqualTo("IN_FORCE");
        return UUID.fromString(answer.body().path("id").asString());
    }

    private int end(UUID window, String reason) {
        return hub.posts(OPERATOR, WINDOWS + "/" + window + "/end", "{\"reason\":\"" + reason + "\"}")
                .status();
    }

    private JsonNode outlook() {
        return hub.gets(OPERATOR, OUTLOOK).body();
    }

    private String row(UUID dossier) {
        return hub.jdbc()
                .sql("select state || ' ' || attempts from hub.sync where dossier_id = ?")
                .param(dossier)
                .query(String.class)
                .single();
    }
}
