package vn.lienthong.hub.national.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.national.NationalRules;
import vn.lienthong.hub.platform.PlatformFixture;

/** Codes and entries decide, never "thành công"; what nobody can read is unknown for every record it carried. */
class JudgeTest {

    private static final List<String> ONE = List.of("A");
    private static final List<String> TWO = List.of("A", "B");

    private final Judge judge =
            new Judge(NationalRules.read(PlatformFixture.projectConfig().text("national.yaml"))
                    .replies());

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0\"", "\"00\"", "\" 0 \""})
    void takesEveryFormOfZeroAsSuccess(String code) {
        assertThat(verdicts(ONE, reply(code, "Đồng bộ hồ sơ thành công"))).containsExactly(Verdict.ACKED);
        assertThat(verdicts(TWO, reply(code, "ok"))).containsExactly(Verdict.ACKED, Verdict.ACKED);
    }

    @ParameterizedTest
    @CsvSource({
        "3,EXISTS",
        "-3,EXISTS",
        "-1,SESSION_INVALID",
        "-2,REFUSED",
        "-4,NOT_THERE",
        "99,UNKNOWN",
        "-300,UNKNOWN"
    })
    void knowsACodeForACallOfOneRecord(int code, Verdict verdict) {
        assertThat(verdicts(ONE, reply("\"" + code + "\"", ""))).containsExactly(verdict);
        assertThat(verdicts(ONE, reply(Integer.toString(code), ""))).containsExactly(verdict);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, -2, -4, 99})
    void knowsNothingOfEachRecordWhenACodeFailsTheWholeCall(int code) {
        assertThat(verdicts(TWO, reply("\"" + code + "\"", ""))).containsExactly(Verdict.UNKNOWN, Verdict.UNKNOWN);
    }

    @Test
    void doesNotTakeTheWordSuccessForSuccess() {
        assertThat(verdicts(ONE, reply("\"-2\"", "Đồng bộ thành công"))).containsExactly(Verdict.REFUSED);
        assertThat(verdicts(ONE, reply("\"0\"", "Có lỗi"))).containsExactly(Verdict.ACKED);
    }

    @Test
    void readsExistsAndUnknownInWordsWhereTheCodeIsNotPublished() {
        assertThat(verdicts(ONE, reply("\"7\"", "Hồ sơ A ĐÃ TỒN TẠI"))).containsExactly(Verdict.EXISTS);
        assertThat(verdicts(ONE, reply("\"7\"", "Hồ sơ không tồn tại"))).containsExactly(Verdict.NOT_THERE);
    }

    @Test
    void judgesEachRecordByItsOwnEntry() {
        var body = """
                {"error_code":"0","message":"Thành công 1/2","result":[
                  {"MaHoSo":"A","error_code":"0","message":"Thành công"},
                  {"MaHoSo":"B","error_code":"-2","message":"Thiếu TenTTHC"}]}""";
        var judged = judge.judge(TWO, answered(200, body));

        assertThat(judged).extracting(Judgement::verdict).containsExactly(Verdict.ACKED, Verdict.REFUSED);
        assertThat(judged).allMatch(Judgement::confirmed);
        assertThat(judged.getLast().words()).isEqualTo("-2 Thiếu TenTTHC");
    }

    @Test
    void believesNoEntryOfAnotherDossierNorAShortList() {
        var swapped = """
                {"error_code":"0","message":"","result":[{"MaHoSo":"B","error_code":"0"},{"MaHoSo":"A","error_code":"0"}]}""";
        var half = """
                {"error_code":"0","message":"","result":[{"MaHoSo":"A","error_code":"0"}]}""";
        for (var body : List.of(swapped, half)) {
            assertThat(verdicts(TWO, answered(200, body))).containsExactly(Verdict.UNKNOWN, Verdict.UNKNOWN);
        }
    }

    @Test
    void confirmsARecordOnlyWhenTheReplySpokeOfItAlone() {
        assertThat(judge.judge(ONE, reply("\"0\"", ""))).allMatch(Judgement::confirmed);
        assertThat(judge.judge(TWO, reply("\"0\"", ""))).noneMatch(Judgement::confirmed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html><body>Bảo trì</body></html>", "", "{\"error_code\":", "[]", "{}", "{\"error_code\":\"x\"}"
            })
    void knowsNothingFromWhatIsNoReply(String body) {
        assertThat(verdicts(TWO, answered(200, body))).containsExactly(Verdict.UNKNOWN, Verdict.UNKNOWN);
    }

    @Test
    void knowsNothingFromAGatewayThatSpeaksLikeThePortal() {
        var body = "{\"error_code\":\"0\",\"message\":\"Thành công\",\"result\":[]}";
        assertThat(verdicts(ONE, answered(502, body))).containsExactly(Verdict.UNKNOWN);
    }

    @Test
    void readsAReplyThatARelayWrappedIntoAMessage() {
        var body = "{\"error_code\":\"0\",\"message\":\"{\\\"error_code\\\":\\\"-2\\\",\\\"message\\\":\\\"x\\\"}\"}";
        assertThat(verdicts(ONE, answered(200, body))).containsExactly(Verdict.REFUSED);
    }

    @Test
    void tellsACallThatNeverLeftFromOneThatMayHaveArrived() {
        assertThat(verdicts(ONE, Exchange.failed("time-out", true))).containsExactly(Verdict.UNKNOWN);
        assertThat(verdicts(ONE, Exchange.failed("cannot connect", false))).containsExactly(Verdict.NOT_SENT);
        assertThat(verdicts(ONE, Exchange.HELD_BACK)).containsExactly(Verdict.HELD_BACK);
    }

    private List<Verdict> verdicts(List<String> dossiers, Exchange exchange) {
        return judge.judge(dossiers, exchange).stream().map(Judgement::verdict).toList();
    }

    private static Exchange reply(String code, String words) {
        return answered(200, "{\"error_code\":%s,\"message\":\"%s\",\"result\":[]}".formatted(code, words));
    }

    private static Exchange answered(int status, String body) {
        return Exchange.answered(status, body.getBytes(StandardCharsets.UTF_8));
    }
}
