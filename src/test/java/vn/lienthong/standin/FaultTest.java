package vn.lienthong.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.standin.Records.dossier;
import static vn.lienthong.standin.Records.step;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FaultTest {

    @RegisterExtension
    static final RunningStandIn standIn = new RunningStandIn();

    private Caller caller = new Caller("");

    @BeforeEach
    void logIn() {
        caller = standIn.caller();
    }

    @Test
    void answersSlowlyButDoesTheWork() {
        caller.put("/stand-in/faults", "{\"mode\":\"slow\",\"delayMillis\":400,\"count\":1}");
        Instant before = Instant.now();

        assertThat(code(caller.creates(dossier("A-1")))).isEqualTo("0");
        assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(350));
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void answersOthersWhileMoreCallsAreDelayedThanItHasThreads() throws InterruptedException {
        caller.put("/stand-in/faults", """
                {"mode":"slow","delayMillis":3000,"services":["DongBoHoSoMC"]}""");
        List<Thread> delayed = IntStream.range(0, 30)
                .mapToObj(i -> caller.dossierCall("False", dossier("A-" + i)))
                .map(call -> Thread.ofVirtual().start(() -> caller.raw(call)))
                .toList();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> caller.report().path("calls").intValue() == 31);

        assertThat(code(caller.call(caller.envelope("TraCuuHoSo").put("mahoso", "A-1"))))
                .isEqualTo("0");
        assertThat(delayed).anyMatch(Thread::isAlive);
        for (Thread call : delayed) {
            call.join();
        }
    }

    @Test
    void waitsAsLongAsTheProtocolUnlessTold() {
        assertThat(caller.put("/stand-in/faults", "{\"mode\":\"slow\"}")
                        .path("delayMillis")
                        .intValue())
                .isEqualTo(60_000);
    }

    @Test
    void answersBadGatewayWithoutStoring() {
        caller.once("bad-gateway");

        assertThat(create().statusCode()).isEqualTo(502);
        assertThat(stored()).isZero();
    }

    @Test
    void storesThenAnswersBadGateway() {
        caller.once("accept-then-fail");

        assertThat(create().statusCode()).isEqualTo(502);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void answersPageInsteadOfJson() {
        caller.once("html");

        HttpResponse<String> response = create();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("<!DOCTYPE html>");
        assertThat(stored()).isZero();
    }

    @Test
    void answersEmptyBody() {
        caller.once("empty");

        assertThat(create().body()).isEmpty();
        assertThat(stored()).isZero();
    }

    @Test
    void resetsConnectionWhenDown() {
        caller.once("down");

        assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
        assertThat(stored()).isZero();
    }

    @Test
    void answersNumericCode() {
        caller.once("numeric-code");

        assertThat(create().body()).contains("\"error_code\":0,");
        caller.once("numeric-code");
        assertThat(create().body()).contains("\"error_code\":3,");
    }

    @Test
    void answersDoubleZeroOnSuccessOnly() {
        caller.once("double-zero-code");

        assertThat(create().body()).contains("\"error_code\":\"00\"");
        caller.once("double-zero-code");
        assertThat(create().body()).contains("\"error_code\":\"3\"");
    }

    @Test
    void leavesOutTheWordsOfSuccess() {
        caller.once("message-without-success");

        assertThat(create().body()).contains("\"error_code\":\"0\"").doesNotContain("thành công");
    }

    @Test
    void encodesAnswerInsideMessage() {
        caller.creates(dossier("A-1"));
        caller.once("double-encoded");

        JsonNode reply = caller.call(caller.envelope("TraCuuHoSo").put("mahoso", "A-1"));

        JsonNode inner = JsonMapper.shared().readTree(reply.path("message").stringValue());
        assertThat(inner.path("result").path(0).path("MaHoSo").stringValue()).isEqualTo("A-1");
        assertThat(reply.has("result")).isFalse();
    }

    @Test
    void refusesValidSession() {
        caller.once("session-invalid");

        assertThat(create().body()).contains("\"error_code\":\"-1\"");
        assertThat(create().body()).contains("\"error_code\":\"0\"");
    }

    @Test
    void failsWholeCallWithoutStoring() {
        caller.once("whole-call-failure");

        assertThat(create().body()).contains("\"error_code\":\"-99\"");
        assertThat(stored()).isZero();
    }

    @Test
    void judgesEachRecordForItself() {
        caller.creates(dossier("A-1"));
        caller.once("per-record");

        JsonNode reply =
                caller.creates(dossier("A-1"), dossier("A-2"), dossier("A-3").put("MaTTHC", ""));

        assertThat(code(reply)).isEqualTo("0");
        assertThat(reply.path("result").valueStream().map(FaultTest::code)).containsExactly("3", "0", "-2");
        assertThat(reply.path("result").path(1).path("MaHoSo").stringValue()).isEqualTo("A-2");
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void failsPerRecordCallOfWhichNothingIsTaken() {
        caller.once("per-record");

        assertThat(code(caller.progresses(step("A-1", "4", "20260825080000")))).isEqualTo("-2");
    }

    @Test
    void refusesEveryThirdRecordOnRequest() {
        caller.put("/stand-in/faults", "{\"mode\":\"per-record\",\"refuseEvery\":3,\"count\":1}");

        JsonNode reply = caller.creates(dossier("A-1"), dossier("A-2"), dossier("A-3"));

        assertThat(reply.path("result").valueStream().map(FaultTest::code)).containsExactly("0", "0", "-2");
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void dropsEverySecondRecordSilently() {
        caller.once("silent-partial");

        assertThat(code(caller.creates(dossier("A-1"), dossier("A-2"), dossier("A-3"))))
                .isEqualTo("0");
        assertThat(stored()).isEqualTo(2);
        assertThat(caller.looksUp("A-2").isEmpty()).isTrue();
    }

    @Test
    void worksCallTwiceOnDuplicateDelivery() {
        caller.once("duplicate-delivery");
        assertThat(code(caller.creates(dossier("A-1")))).isEqualTo("3");

        caller.once("duplicate-delivery");
        assertThat(code(caller.progresses(step("A-1", "4", "20260825080000")))).isEqualTo("0");
        assertThat(caller.report().path("repeated").intValue()).isEqualTo(1);
        assertThat(caller.report().path("steps").intValue()).isEqualTo(1);
    }

    @Test
    void strikesEverySecondCallTwice() {
        caller.put("/stand-in/faults", "{\"mode\":\"whole-call-failure\",\"every\":2,\"count\":2}");

        String codes = "";
        for (int i = 0; i < 6; i++) {
            codes += code(caller.creates(dossier("A-" + i))) + " ";
        }

        assertThat(codes).isEqualTo("0 -99 0 -99 0 0 ");
        assertThat(caller.get("/stand-in/faults").path("mode").stringValue()).isEqualTo("none");
    }

    @Test
    void strikesOnlyTheServicesNamed() {
        caller.creates(dossier("A-1"));
        caller.put("/stand-in/faults", "{\"mode\":\"bad-gateway\",\"services\":[\"CapNhatTienDoHoSoMC\",\"login\"]}");

        assertThat(code(caller.updates(dossier("A-1")))).isEqualTo("0");
        assertThat(caller.raw(caller.stepCall(step("A-1", "4", "20260825080000")))
                        .statusCode())
                .isEqualTo(502);
        assertThat(caller.post("/mapi/login", "{}").statusCode()).isEqualTo(502);
    }

    @ParameterizedTest
    @ValueSource(strings = {"session-invalid", "whole-call-failure", "double-encoded"})
    void sparesTheLogin(String mode) {
        caller.put("/stand-in/faults", "{\"mode\":\"%s\"}".formatted(mode));

        assertThat(caller.logIn(Caller.PASSWORD).path("session").stringValue()).isNotBlank();
    }

    @Test
    void behavesAgainWhenTheSwitchIsCleared() {
        caller.put("/stand-in/faults", "{\"mode\":\"down\"}");

        assertThat(caller.delete("/stand-in/faults").path("mode").stringValue()).isEqualTo("none");
        assertThat(create().statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> create() {
        return caller.raw(caller.dossierCall("False", dossier("A-1")));
    }

    private int stored() {
        return caller.report().path("dossiers").intValue();
    }

    private static String code(JsonNode reply) {
        return reply.path("error_code").stringValue();
    }
}
