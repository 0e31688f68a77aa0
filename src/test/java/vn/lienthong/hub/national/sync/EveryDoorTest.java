package vn.lienthong.hub.national.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.national.SyncRig;

/** The workers before the real stand-in by each other door, with its faults: nothing lost, nothing twice, order kept. */
class EveryDoorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String FILES = """
            {"procedure":"1.004889","agency":"000.00.14.H52","channel":"ONLINE","summary":"Đề nghị công nhận văn bằng",
             "applicant":{"name":"TRẦN VĂN THỬ","subjectType":"CITIZEN","personalId":"038090000001","phone":"0900000001"},
             "receivedAt":"2026-08-24T09:15:00+07:00","dueAt":"2026-09-10T09:15:00+07:00","returnMethod":"DESK",
             "components":[{"name":"Đơn","code":"TP1","originals":1,"files":[{"name":"đơn.pdf","sha256":"%s"}]}],
             "results":[{"name":"Quyết định","code":"KQ.G15.000031","files":[{"name":"qd.pdf","sha256":"%s"}]}]}""";

    private final SyncRig rig = new SyncRig(Map.of(
            "lienthong.national.gap-hold", "1s",
            "lienthong.national.tick", "100ms",
            "lienthong.national.call-timeout", "2s",
            "lienthong.national.breaker-pause", "500ms",
            "lienthong.national.confirm-after", "0s"));

    private @Nullable Workers hired;

    @AfterEach
    void stop() {
        if (hired != null) {
            hired.stop();
        }
        rig.close();
    }

    /** A relay's two variants read answers alike: one of them meets all that is read. */
    static Stream<Arguments> doorsAndFaults() {
        return Stream.of(
                Arguments.of("relay", "{\"mode\":\"bad-gateway\",\"every\":3,\"count\":4}"),
                Arguments.of("relay", "{\"mode\":\"double-encoded\"}"),
                Arguments.of("relay", "{\"mode\":\"per-record\"}"),
                Arguments.of("relay", "{\"mode\":\"silent-partial\"}"),
                Arguments.of("relay", "{\"mode\":\"accept-then-fail\",\"every\":2,\"count\":6}"),
                Arguments.of("query", "{\"mode\":\"double-zero-code\"}"),
                Arguments.of("query", "{\"mode\":\"duplicate-delivery\",\"every\":2,\"count\":4}"),
                Arguments.of("noi-ho-so", "{\"mode\":\"bad-gateway\",\"every\":3,\"count\":4}"),
                Arguments.of("noi-ho-so", "{\"mode\":\"html\",\"every\":3,\"count\":4}"),
                Arguments.of("noi-ho-so", "{\"mode\":\"empty\",\"every\":3,\"count\":4}"),
                Arguments.of("noi-ho-so", "{\"mode\":\"numeric-code\"}"),
                Arguments.of("noi-ho-so", "{\"mode\":\"double-encoded\"}"),
                Arguments.of("noi-ho-so", "{\"mode\":\"session-invalid\",\"every\":4,\"count\":3}"),
                Arguments.of("noi-ho-so", "{\"mode\":\"per-record\"}"),
                Arguments.of("noi-ho-so", "{\"mode\":\"silent-partial\"}"),
                Arguments.of("noi-ho-so", "{\"mode\":\"duplicate-delivery\",\"every\":2,\"count\":4}"),
                Arguments.of("noi-ho-so", "{\"mode\":\"accept-then-fail\",\"every\":2,\"count\":6}"),
                Arguments.of("noi-ho-so", "{\"mode\":\"whole-call-failure\",\"every\":2,\"count\":3}"));
    }

    /** The adapter's door meets all faults in every run; these are for {@code scripts/check --full}. */
    @Tag("long")
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("doorsAndFaults")
    void losesNothingAndTellsNothingTwice(String door, String fault) {
        goes(door);
        for (int i = 1; i <= 3; i++) {
            rig.register().dossier(code(i), 1, 2, 4);
        }
        rig.portal().misbehaves(fault);
        rig.workers().start();
        settles();

        for (int i = 1; i <= 3; i++) {
            assertThat(rig.portal().steps(there(code(i)))).containsExactly(1, 2, 4);
        }
        assertThat(rig.portal().report().path("dossiers").asInt()).isEqualTo(3);
        assertThat(rig.portal().report().path("duplicates").asInt()).isZero();
        assertThat(rig.portal().report().path("conflicting").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relay", "query"})
    void updatesWhatARelaySaysIsThereAlready(String door) {
        goes("envelope");
        rig.register().dossier(code(1), 1);
        rig.workers().start();
        settles();
        rig.workers().stop();
        rig.jdbc().sql("delete from hub.sync").update();
        goes(door);
        var dossier =
                rig.jdbc().sql("select id from hub.dossiers").query(UUID.class).single();
        rig.register().details(dossier, "summary", "Nội dung mới");
        hire("again");
        settles();

        var there = rig.portal().dossier(code(1));
        assertThat(there.at("/dossier/TrichYeuHoSo").asString()).isEqualTo("Nội dung mới");
        assertThat(there.path("versions").asInt()).isEqualTo(2);
        assertThat(rig.portal().steps(code(1))).containsExactly(1);
    }

    @Test
    void takesAllSixStepsAndKeepsTheNumberOfThePortal() {
        goes("noi-ho-so");
        var paper = rig.holds("đơn");
        var result = rig.holds("quyết định");
        rig.register().dossier(code(1), FILES.formatted(paper, result), 1, 2, 4, 9, 10);
        rig.workers().start();
        settles();

        var number = there(code(1));
        assertThat(number).matches("H52\\.14-\\d{8}-\\d{7}");
        var there = rig.portal().dossier(number);
        assertThat(rig.portal().steps(number)).containsExactly(1, 2, 4, 9, 10);
        assertThat(there.at("/dossier/TrangThaiHoSo").asString()).isEqualTo("10");
        assertThat(there.at("/dossier/NoiHoSo/LoaiDoiTuong").asInt()).isZero();
        assertThat(there.at("/dossier/NoiHoSo/ThanhPhanHoSo/0/GiayToDinhKem/0/HashTepTin")
                        .asString())
                .isEqualTo(paper);
        assertThat(rig.jdbc()
                        .sql("select code from hub.aliases where kind = 'NATIONAL'")
                        .query(String.class)
                        .list())
                .containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetNextValue", "TaiTep", "NoiHoSo", "CapNhatTienTrinh", "CapNhatTrangThai"})
    void goesOnWhereItWasInterrupted(String step) {
        goes("noi-ho-so");
        rig.register().dossier(code(1), FILES.formatted(rig.holds("đơn"), rig.holds("quyết định")), 1, 2, 9);
        rig.portal().misbehaves("{\"mode\":\"bad-gateway\",\"services\":[\"%s\"]}".formatted(step));
        rig.workers().start();
        await().atMost(PATIENCE)
                .until(() -> rig.portal()
                        .calls()
                        .valueStream()
                        .anyMatch(call -> call.path("service").asString().equals(step)));
        rig.workers().stop();
        var begun = rig.jdbc()
                .sql("select national_code from hub.national_sagas where national_code is not null")
                .query(String.class)
                .optional();
        rig.portal().behaves();
        rig.jdbc()
                .sql("update hub.sync set next_attempt_at = now() where state = 'IDLE'")
                .update();
        hire("after");
        settles();

        begun.ifPresent(number -> assertThat(there(code(1))).isEqualTo(number));
        assertThat(rig.portal().steps(there(code(1)))).containsExactly(1, 2, 9);
        assertThat(rig.portal().report().path("dossiers").asInt()).isEqualTo(1);
    }

    @Test
    void movesOnlyTheAgencyThatIsNamedAndOnlyWhatIsNew() {
        rig.register().dossier(code(1), 1);
        rig.workers().start();
        settles();
        rig.dialects("  - { door: noi-ho-so, agencies: [son-la.home-affairs], from: 2026-01-01 }\n");
        var running =
                rig.jdbc().sql("select id from hub.dossiers").query(UUID.class).single();
        rig.register().step(running, 2);
        rig.register().dossier(code(2), 1, 2);
        settles();

        assertThat(rig.portal().steps(code(1))).containsExactly(1, 2);
        assertThat(rig.portal().has(code(2))).isFalse();
        assertThat(rig.portal().steps(there(code(2)))).containsExactly(1, 2);
    }

    @Test
    void keepsABusinessOfTheStateFromAnEndpointThatHasNoCodeForIt() {
        goes("noi-ho-so");
        rig.register()
                .dossier(
                        code(1),
                        FILES.replace("CITIZEN", "STATE_BODY").formatted(rig.holds("a"), rig.holds("b")),
                        1,
                        2);
        rig.workers().start();

        await().atMost(PATIENCE)
                .until(() -> "BLOCKED"
                        .equals(rig.jdbc()
                                .sql("select state from hub.sync")
                                .query(String.class)
                                .single()));
        assertThat(rig.jdbc()
                        .sql("select cause from hub.sync")
                        .query(String.class)
                        .single())
                .startsWith("not sendable: LoaiDoiTuong");
        assertThat(rig.jdbc()
                        .sql("select count(*) from hub.calls where service = 'GetNextValue'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void hire(String node) {
        hired = rig.hire(node);
        hired.start();
    }

    private void goes(String door) {
        rig.dialects("  - { door: %s, from: 2026-01-01 }\n".formatted(door));
    }

    private String there(String code) {
        return rig.jdbc().sql("""
                        select coalesce(s.national_code, d.code) from hub.dossiers d
                        left join hub.national_sagas s on s.dossier_id = d.id where d.code = :code""").param("code", code).query(String.class).single();
    }

    private void settles() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(rig.jdbc().sql("""
                        select concat_ws(' ', s.state, s.cause, a.words) from hub.sync s
                        left join hub.attempts a on a.dossier_id = s.dossier_id and a.verdict <> 'ACKED'
                        where not (s.state = 'IDLE' and s.next_attempt_at is null and s.acked_seq = s.last_seq
                                   and s.acked_details_seq >= s.details_seq and not s.uncertain)""").query(String.class).list())
                                .isEmpty());
    }

    private static String code(int number) {
        return "000.00.14.H52-260824-%04d".formatted(number);
    }
}
