package vn.lienthong.hub.national.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.national.SyncRig;

/** The workers before the real stand-in, with each of its faults: nothing lost, nothing twice, order kept. */
@Execution(ExecutionMode.CONCURRENT)
class WorkersTest {

    private static final int MANY = 45;

    private final SyncRig rig = new SyncRig(Map.of(
            "lienthong.national.gap-hold", "1s",
            "lienthong.national.tick", "100ms",
            "lienthong.national.call-timeout", "2s",
            "lienthong.national.breaker-pause", "500ms",
            "lienthong.national.confirm-per-second", "100",
            "lienthong.national.confirm-after", "0s"));

    @BeforeEach
    void start() {
        rig.workers().start();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void tellsADossierAndItsStepsInOrder() {
        rig.register().dossier(code(1), 1, 2, 4, 5, 4, 6, 4, 9, 10);

        settles();

        assertThat(rig.portal().steps(code(1))).containsExactly(1, 2, 4, 5, 4, 6, 4, 9, 10);
        assertThat(rig.portal().dossier(code(1)).path("status").asString()).isEqualTo("10");
    }

    @Test
    void tellsOnlyWhatIsNew() {
        var dossier = rig.register().dossier(code(1), 1);
        settles();
        rig.register().step(dossier, 2);
        settles();

        assertThat(rig.portal().steps(code(1))).containsExactly(1, 2);
        assertThat(rig.portal().dossier(code(1)).path("versions").asInt()).isEqualTo(1);
    }

    @Test
    void tellsDetailsAgainOnlyWhenThePortalWouldSeeADifference() {
        var dossier = rig.register().dossier(code(1), 1);
        settles();
        rig.register().details(dossier, "applicant.birthDate", "1990-01-02");
        settles();
        assertThat(rig.portal().dossier(code(1)).path("versions").asInt()).isEqualTo(1);

        rig.register().details(dossier, "summary", "Nội dung mới");
        settles();
        assertThat(rig.portal()
                        .dossier(code(1))
                        .path("dossier")
                        .path("TrichYeuHoSo")
                        .asString())
                .isEqualTo("Nội dung mới");
    }

    @Test
    void keepsWhatHadNoEffectToItself() {
        var dossier = rig.register().dossier(code(1), 1, 2);
        rig.register().step(dossier, 10, "CONTRADICTION");
        rig.register().step(dossier, 4, "OLD_SNAPSHOT");
        settles();

        assertThat(rig.portal().steps(code(1))).containsExactly(1, 2);
        assertThat(ackedSeq(dossier)).isEqualTo(5);
    }

    @Test
    void tellsAPassedOverStepOnceItsVerdictChanges() {
        var dossier = rig.register().dossier(code(1), 1, 2);
        var doubtful = rig.register().step(dossier, 9, "CONTRADICTION");
        settles();
        rig.register().rejudge(dossier, doubtful, "VALID");
        rig.register().step(dossier, 4);
        settles();

        assertThat(rig.portal().steps(code(1))).containsExactly(1, 2, 9, 4);
    }

    @Test
    void holdsAGapForAWhileThenTellsTheTruth() {
        var dossier = rig.register().dossier(code(1), 1);
        settles();
        rig.register().step(dossier, 4, "GAP_BEFORE");

        await().atMost(SyncRig.patience())
                .until(() -> String.valueOf(cause(dossier)).startsWith("step missing before status 4"));
        assertThat(rig.portal().steps(code(1))).containsExactly(1);
        settles();
        assertThat(rig.portal().steps(code(1))).containsExactly(1, 4);
    }

    @Test
    void blocksADossierThatLacksARequiredFieldUntilItIsThere() {
        var dossier = rig.register()
                .dossier(code(1), "{\"summary\":\"Hồ sơ mẫu\",\"applicant\":{\"name\":\"TRẦN VĂN THỬ\"}}", 2);

        await().atMost(SyncRig.patience()).until(() -> state(dossier).equals("BLOCKED"));
        assertThat(cause(dossier)).isEqualTo("not sendable: LoaiDoiTuong, HinhThuc, ask home-affairs");
        assertThat(value(dossier, "blocked_at >= queued_at", Boolean.class)).isTrue();
        assertThat(rig.portal().has(code(1))).isFalse();
    }

    @Test
    void saysOfADossierWithoutAStatusWhatElseItLacks() {
        var dossier = rig.register()
                .dossier(code(1), "{\"summary\":\"Hồ sơ mẫu\",\"applicant\":{\"name\":\"TRẦN VĂN THỬ\"}}");

        await().atMost(SyncRig.patience()).until(() -> state(dossier).equals("BLOCKED"));
        assertThat(cause(dossier)).isEqualTo("not sendable: TrangThaiHoSo, LoaiDoiTuong, HinhThuc, ask home-affairs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mode\":\"bad-gateway\",\"every\":3,\"count\":20}",
                "{\"mode\":\"html\",\"every\":3,\"count\":20}",
                "{\"mode\":\"empty\",\"every\":3,\"count\":20}",
                "{\"mode\":\"down\",\"every\":3,\"count\":20}",
                "{\"mode\":\"numeric-code\"}",
                "{\"mode\":\"double-zero-code\"}",
                "{\"mode\":\"message-without-success\"}",
                "{\"mode\":\"double-encoded\"}",
                "{\"mode\":\"session-invalid\",\"every\":4}",
                "{\"mode\":\"whole-call-failure\",\"every\":3,\"count\":20}",
                "{\"mode\":\"per-record\"}",
                "{\"mode\":\"silent-partial\",\"every\":3,\"count\":20}",
                "{\"mode\":\"duplicate-delivery\"}",
                "{\"mode\":\"wrong-record\",\"every\":2,\"count\":40}",
                "{\"mode\":\"accept-then-fail\",\"every\":3,\"count\":20}",
                "{\"mode\":\"slow\",\"delayMillis\":3000,\"every\":4,\"count\":6}"
            })
    void losesNothingAndTellsNothingTwiceWhenThePortalMisbehaves(String fault) {
        rig.portal().misbehaves(fault);
        var dossiers = new ArrayList<UUID>();
        each(number -> dossiers.add(rig.register().dossier(code(number), 1, 2)));
        awaitAcked(dossiers, 2);
        dossiers.forEach(dossier -> rig.register().step(dossier, 4));
        awaitAcked(dossiers, 4);
        rig.portal().behaves();

        settles();

        each(number -> assertThat(rig.portal().steps(code(number)))
                .as(code(number))
                .contains(1, 2, 4)
                .hasSize(3));
        if (!fault.contains("silent-partial")) {
            each(number -> assertThat(rig.portal().steps(code(number))).containsExactly(1, 2, 4));
        }
        assertThat(rig.portal().report().path("duplicateSteps").asInt()).isZero();
    }

    @Test
    void losesNoChangeOfDetailsToAPortalThatDropsEverySecondRecord() {
        var dossiers = new ArrayList<UUID>();
        each(number -> dossiers.add(rig.register().dossier(code(number), 1, 2)));
        settles();
        rig.portal().misbehaves("{\"mode\":\"silent-partial\"}");
        dossiers.forEach(dossier -> rig.register().details(dossier, "summary", "Nội dung mới"));
        settles();

        each(number -> assertThat(told(code(number), "TrichYeuHoSo")).isEqualTo("Nội dung mới"));
    }

    @Test
    void tellsADueDateAgainThatThePortalTookAndDidNotKeep() {
        var dossier = rig.register().dossier(code(1), 1, 2);
        settles();
        rig.portal().misbehaves("{\"mode\":\"silent-loss\",\"count\":1}");
        rig.register().due(dossier, Instant.parse("2026-10-01T02:15:00Z"));
        settles();

        assertThat(told(code(1), "NgayHenTra")).isEqualTo("20261001091500");
        assertThat(rig.meters()
                        .counter("lienthong.reopened", "neighbour", "national")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void leavesDetailsToPeopleThatThePortalShowsItsOwnWay() {
        var dossier = rig.register().dossier(code(1), 1, 2);
        settles();
        rig.portal().misbehaves("{\"mode\":\"silent-loss\"}");
        rig.register().due(dossier, Instant.parse("2026-10-01T02:15:00Z"));
        settles();

        assertThat(cause(dossier)).isEqualTo("acknowledged, but the portal shows another NgayHenTra");
    }

    @Test
    void cannotSeeALostChangeOfAFieldThatThePortalDoesNotAnswer() {
        var dossier = rig.register().dossier(code(1), 1, 2);
        settles();
        rig.portal().misbehaves("{\"mode\":\"silent-loss\",\"count\":1}");
        rig.register().details(dossier, "summary", "Nội dung mới");
        settles();

        assertThat(told(code(1), "TrichYeuHoSo")).isEqualTo("Đề nghị công nhận văn bằng");
    }

    @Test
    void letsNobodyWaitForALongStepOfTheLadderOnceThePortalIsBack() {
        rig.portal().misbehaves("{\"mode\":\"bad-gateway\"}");
        var dossiers = new ArrayList<UUID>();
        each(number -> dossiers.add(rig.register().dossier(code(number), 1)));
        await().atMost(SyncRig.patience())
                .until(() -> rig.meters().get("lienthong.breaker.open").gauge().value() == 2);
        await().atMost(SyncRig.patience()).until(() -> waitsForAnHour(dossiers.getFirst()));
        rig.portal().behaves();

        settles();

        assertThat(rig.portal().steps(code(1))).containsExactly(1);
    }

    private boolean waitsForAnHour(UUID dossier) {
        return rig.jdbc().sql("""
                        update hub.sync set state = 'IDLE', attempts = 7, next_attempt_at = now() + interval '1 hour'
                        where dossier_id = ? and state in ('IDLE', 'QUEUED')""").param(dossier).update() == 1;
    }

    private String told(String code, String field) {
        return rig.portal().dossier(code).path("dossier").path(field).asString();
    }

    private void awaitAcked(List<UUID> dossiers, int seq) {
        await().atMost(SyncRig.patience())
                .until(() -> dossiers.stream().allMatch(dossier -> ackedSeq(dossier) >= seq - 1));
    }

    /** Everything is acknowledged, and confirmed one by one. */
    private void settles() {
        rig.workers().wake();
        await().atMost(SyncRig.patience())
                .until(() -> rig.jdbc().sql("""
                        select count(*) from hub.sync
                        where state <> 'IDLE' or next_attempt_at is not null or acked_seq < last_seq
                           or confirmed_seq < acked_seq or confirmed_details_seq < acked_details_seq""").query(Long.class).single().equals(0L));
    }

    private int ackedSeq(UUID dossier) {
        return value(dossier, "acked_seq", Integer.class);
    }

    private String state(UUID dossier) {
        return value(dossier, "state", String.class);
    }

    private String cause(UUID dossier) {
        return value(dossier, "coalesce(cause, '')", String.class);
    }

    private <T> T value(UUID dossier, String column, Class<T> type) {
        return rig.jdbc()
                .sql("select " + column + " from hub.sync where dossier_id = :id")
                .param("id", dossier)
                .query(type)
                .single();
    }

    private static void each(Consumer<Integer> work) {
        for (int number = 1; number <= MANY; number++) {
            work.accept(number);
        }
    }

    private static String code(int number) {
        return "000.00.14.H52-260824-%04d".formatted(number);
    }
}
