package vn.lienthong.hub.national.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.national.portal.Dialect.Batches;

/** How the answers of the relays and of the API of 2026 are read: the hazards of the reference, section 15. */
class DialectsTest {

    private static final ReplyCodes RELAY = new ReplyCodes(
            List.of(0), List.of(3, -3), "đã tồn tại", List.of(-1), List.of(-2), List.of(-4), "không tồn tại");
    private static final ReplyCodes API = new ReplyCodes(
            List.of(0),
            List.of(3, 409),
            "đã tồn tại",
            List.of(401),
            List.of(-2, 400, 403),
            List.of(-4, 404),
            "không tồn tại");
    private static final Caller CALLER = new Caller("000.00.00.H52", "H52", "lienthong");
    private static final byte[] RECORD = "{\"MaHoSo\":\"A\"}".getBytes(StandardCharsets.UTF_8);

    private final Dialect relay =
            new RelayDialect(CALLER, new RelayDialect.Paths("/them", "/sua", "/buoc"), false, new Batches(1, 1), RELAY);
    private final Dialect query =
            new RelayDialect(CALLER, new RelayDialect.Paths("/x", "/x", "/buoc"), true, new Batches(1, 1), RELAY);
    private final Dialect api = new SixStepDialect(
            new SixStepDialect.Paths("/so", "/tep", "/them", "/buoc", "/trang-thai"),
            new Batches(1, 1),
            sha256 -> "nội dung".getBytes(StandardCharsets.UTF_8),
            API);

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0\"", "\"00\"", "3", "\"-3\""})
    void takesExistsForWhatItSaysWhateverItsCode(String code) {
        var body = "{\"error_code\":%s,\"message\":\"Hồ sơ A ĐÃ TỒN TẠI\",\"result\":[]}".formatted(code);
        assertThat(judged(relay, create("A"), 200, body)).containsExactly(Verdict.EXISTS);
    }

    @Test
    void takesNoWordOfSuccessForSuccessNorOneExistsForTwoRecords() {
        var refused = "{\"error_code\":\"-2\",\"message\":\"Đồng bộ thành công\",\"result\":[]}";
        var one = "{\"error_code\":\"0\",\"message\":\"Hồ sơ A đã tồn tại\",\"result\":[]}";
        assertThat(judged(relay, create("A"), 200, refused)).containsExactly(Verdict.REFUSED);
        assertThat(judged(relay, create("A", "B"), 200, one)).containsExactly(Verdict.UNKNOWN, Verdict.UNKNOWN);
        assertThat(judged(relay, Request.progress(List.of("A"), List.of(RECORD)), 200, one))
                .containsExactly(Verdict.ACKED);
    }

    @Test
    void addressesARelayByPathOrByQueryAndSendsTheBareArray() {
        var create = relay.write(create("A"), "");
        assertThat(create.path()).isEqualTo("/them");
        assertThat(new String(create.body().get(), StandardCharsets.UTF_8)).isEqualTo("[{\"MaHoSo\":\"A\"}]");
        assertThat(relay.write(Request.update(List.of("A"), List.of(RECORD)), "")
                        .path())
                .isEqualTo("/sua");
        assertThat(query.write(create("A"), "").path()).isEqualTo("/x?MaDinhDanhDV=000.00.00.H52&isUpdating=False");
        assertThat(query.write(Request.update(List.of("A"), List.of(RECORD)), "")
                        .path())
                .isEqualTo("/x?MaDinhDanhDV=000.00.00.H52&isUpdating=True");
    }

    @ParameterizedTest
    @CsvSource({
        "200,CREATE,ACKED",
        "400,CREATE,REFUSED",
        "401,CREATE,SESSION_INVALID",
        "403,CREATE,REFUSED",
        "404,CREATE,REFUSED",
        "404,PROGRESS,NOT_THERE",
        "404,STATUS,NOT_THERE",
        "409,CREATE,EXISTS",
        "502,CREATE,UNKNOWN",
        "500,STATUS,UNKNOWN"
    })
    void readsTheHttpStatusesOf2026(int status, Request.Kind kind, Verdict verdict) {
        var body = "{\"code\":\"0\",\"message\":\"\",\"data\":{\"idHoSo\":\"hs-1\",\"maHoSo\":\"A\"}}";
        assertThat(judged(api, new Request(kind, List.of("A"), List.of(RECORD)), status, body))
                .containsExactly(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Bảo trì</html>", "", "{", "{}", "{\"message\":\"Thành công\"}", "{\"code\":\"ok\"}"})
    void knowsNothingFromWhatIsNoAnswerOf2026(String body) {
        assertThat(judged(api, create("A"), 200, body)).containsExactly(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0\"", "\"00\""})
    void takesEveryFormOfZeroAndAnAnswerInAnAnswer(String code) {
        var plain = "{\"code\":%s,\"message\":\"Lỗi?\",\"data\":{\"idHoSo\":\"hs-1\"}}".formatted(code);
        var nested = "{\"code\":\"0\",\"message\":\"%s\"}".formatted(plain.replace("\"", "\\\""));
        for (var body : List.of(plain, nested)) {
            var exchange = exchange(api, 200, body);
            assertThat(api.judge(create("A"), exchange).getFirst().verdict()).isEqualTo(Verdict.ACKED);
            assertThat(SixStepDialect.idThere(exchange)).hasValue("hs-1");
        }
    }

    @Test
    void judgesEachStepByItsOwnEntry() {
        var body = """
                {"code":"0","message":"1/2","data":[{"MaHoSo":"A","code":"0","message":""},
                  {"MaHoSo":"B","code":"-4","message":"không tồn tại"}]}""";
        assertThat(judged(api, Request.progress(List.of("A", "B"), List.of(RECORD, RECORD)), 200, body))
                .containsExactly(Verdict.ACKED, Verdict.NOT_THERE);
    }

    @Test
    void bringsAFileAndKeepsOnlyItsNameInTheJournal() {
        var upload = new Request(
                Request.Kind.UPLOAD,
                List.of("A"),
                List.of("đơn\"\r\n.pdf".getBytes(StandardCharsets.UTF_8), "ab".getBytes(StandardCharsets.UTF_8)));
        var leaving = api.write(upload, "t");
        var body = new String(leaving.body().get(), StandardCharsets.UTF_8);
        assertThat(body).contains("name=\"files\"; filename=\"đơn___.pdf\"\r\n", "\r\n\r\nnội dung\r\n--");
        assertThat(new String(leaving.kept().get(), StandardCharsets.UTF_8)).doesNotContain("nội dung");
        assertThat(leaving.headers()).isEqualTo(Map.of("Authorization", "Bearer t"));
        assertThat(leaving.type().getParameter("boundary")).isNotBlank();
    }

    @Test
    void showsNoSecretOfALogIn() {
        var leaving = new ClientCredentials("/token", "hub", () -> "s&cret").write();
        assertThat(new String(leaving.body().get(), StandardCharsets.UTF_8)).endsWith("client_secret=s%26cret");
        assertThat(new String(leaving.kept().get(), StandardCharsets.UTF_8)).doesNotContain("cret=s");
    }

    private static Request create(String... codes) {
        return Request.create(List.of(codes), Collections.nCopies(codes.length, RECORD));
    }

    private static List<Verdict> judged(Dialect dialect, Request request, int status, String body) {
        return dialect.judge(request, exchange(dialect, status, body)).stream()
                .map(Judgement::verdict)
                .toList();
    }

    private static Exchange exchange(Dialect dialect, int status, String body) {
        return Exchange.answered(status, body.getBytes(StandardCharsets.UTF_8), dialect);
    }
}
