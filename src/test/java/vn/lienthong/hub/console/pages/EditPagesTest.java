package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.intake.Receipts;

/** A failed record that an operator edits and sends in its place: once, with the original as it was, the numbers agreeing. */
@ExtendWith(OneHub.class)
class EditPagesTest {

    private static final String CODE = "000.00.15.H52-260824-749";
    private static final String WHY = "the office confirmed by telephone";

    private final RunningHub hub;
    private final HubClient operator;

    EditPagesTest(RunningHub hub) {
        this.hub = hub;
        this.operator = hub.as("operator");
    }

    @Test
    void sendsAnEditedRecordInThePlaceOfOneThatFailedOnceOnly() {
        String good = LandSystem.accepted(CODE + "1");
        String failed = pushes(good.replace("QT-01", "QT-95"));
        String edited = sends(failed, good).is(202).json().path("receipt").asString();
        await().atMost(Duration.ofSeconds(20)).until(() -> state(edited).equals("REGISTERED"));

        assertThat(state(failed)).isEqualTo("REFUSED");
        assertThat(hub.as(LandSystem.ID)
                        .gets("/api/v1/submissions/" + failed)
                        .is(200)
                        .text())
                .contains("replaced", edited);
        JsonNode original =
                operator.gets("/api/v1/failures/" + failed + "/1").is(200).json();
        assertThat(original.path("failure").path("replacedBy").asString()).isEqualTo(edited);
        assertThat(original.path("content").asString()).as("as it was sent").contains("XX-99");
        assertThat(sends(failed, good.replace("09:15", "10:15")).is(409).problem())
                .isEqualTo("already-edited");
        assertThat(replays(failed)).isZero();
        assertThat(operator.gets("/api/v1/failures?sender=land&limit=500")
                        .is(200)
                        .text())
                .doesNotContain(failed);
        assertThat(operator.gets("/api/v1/dossiers/" + CODE + "1/timeline")
                        .is(200)
                        .text())
                .contains("edited by operator", failed, WHY);
        assertThat(operator.gets("/api/v1/audit/entries?action=failure.edit&object=" + failed + "/1")
                        .is(200)
                        .text())
                .contains(edited, WHY)
                .doesNotContain("014090000001");
        balances();
    }

    @Test
    void letsOneOfTwoWinWhoEditTheSameRecordAtOnce() {
        String good = LandSystem.accepted(CODE + "7");
        String failed = pushes(good.replace("QT-01", "QT-95"));
        List<Integer> answers = Stream.of(good, good.replace("09:15", "11:15"))
                .parallel()
                .map(content -> sends(failed, content).status())
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(202, 409);
        balances();
    }

    @Test
    void editsAgainWhatReplacedItOnlyWhenThatFailedToo() {
        String good = LandSystem.accepted(CODE + "2");
        String failed = pushes(good.replace("QT-01", "QT-95"));
        String second = sends(failed, good.replace("QT-01", "QT-94"))
                .is(202)
                .json()
                .path("receipt")
                .asString();
        await().atMost(Duration.ofSeconds(20)).until(() -> state(second).equals("PARKED"));
        String third = sends(failed, good).is(202).json().path("receipt").asString();
        await().atMost(Duration.ofSeconds(20)).until(() -> state(third).equals("REGISTERED"));
        assertThat(state(second)).isEqualTo("REFUSED");
        assertThat(replays(second)).isZero();
        balances();
    }

    @Test
    void editsOneRecordOutOfManyAndLeavesTheOthersAlone() {
        String one = LandSystem.accepted(CODE + "3");
        String two = LandSystem.accepted(CODE + "4").replace("014090000001", "000000001");
        String receipt = pushes("[" + one + "," + two + "]");
        await().atMost(Duration.ofSeconds(20)).until(() -> state(receipt, 2).equals("REFUSED"));
        JsonNode draft = operator.gets("/api/v1/failures/" + receipt + "/2/edits/draft?reason=look")
                .is(200)
                .json();
        String mended = draft.path("content").asString().replace("000000001", "014090000001");
        assertThat(mended).contains(CODE + "4").doesNotContain(CODE + "3");
        assertThat(operator.gets("/api/v1/failures/" + receipt + "/2?reveal=true&reason=look")
                        .is(200)
                        .text())
                .contains(CODE + "4")
                .doesNotContain(CODE + "3");
        String edited = operator.posts("/api/v1/failures/" + receipt + "/2/edits", body(mended))
                .is(202)
                .json()
                .path("receipt")
                .asString();
        await().atMost(Duration.ofSeconds(20)).until(() -> state(edited).equals("REGISTERED"));
        assertThat(state(receipt, 1)).isEqualTo("REGISTERED");
    }

    /** A submission that was parked whole is one record in the accounts and may hold thirty. */
    @Test
    void editsNothingThatMayBeManyRecords() {
        String one = LandSystem.accepted(CODE + "8").replace("QT-01", "QT-95");
        String whole = pushes(one);
        wasNeverRead(whole);
        assertThat(sends(whole, one.replace("QT-95", "QT-01")).is(409).problem())
                .isEqualTo("not-editable");
        assertThat(state(whole)).isEqualTo("PARKED");

        String broken = pushes("[" + one + "," + LandSystem.accepted(CODE + "9"));
        assertThat(operator.gets("/api/v1/failures/" + broken + "/1/edits/draft?reason=look")
                        .is(409)
                        .problem())
                .isEqualTo("not-editable");
        assertThat(sends(broken, one).is(409).problem()).isEqualTo("not-editable");
        assertThat(state(broken)).isEqualTo("REFUSED");

        String turnedDown = pushes(one.replace("014090000001", "000000001"));
        wasNeverRead(turnedDown);
        assertThat(state(turnedDown)).isEqualTo("REFUSED");
        sends(turnedDown, one.replace("QT-95", "QT-01")).is(202);
        balances();
    }

    @Test
    void saysOfContentThatIsGoneThatItIsGone() {
        String failed = pushes(LandSystem.accepted(CODE + "0").replace("QT-01", "QT-95"));
        assertThat(hub.bean(JdbcClient.class)
                        .sql("update hub.submissions set body = null, content_ref = :none where receipt = :receipt")
                        .param("none", "0".repeat(64))
                        .param(
                                "receipt",
                                hub.bean(Receipts.class)
                                        .parse(failed)
                                        .orElseThrow()
                                        .id())
                        .update())
                .isOne();
        JsonNode one =
                operator.gets("/api/v1/failures/" + failed + "/1").is(200).json();
        assertThat(one.path("content").asString("")).isEmpty();
        assertThat(operator.gets("/api/v1/failures/" + failed + "/1/today")
                        .is(404)
                        .problem())
                .isEqualTo("record-gone");
        assertThat(operator.gets("/api/v1/failures/" + failed + "/1/edits/draft?reason=look")
                        .is(409)
                        .problem())
                .isEqualTo("not-editable");
        assertThat(ConsoleVisitor.withKeyOf(hub, "operator")
                        .opens("/console/failures/one?no=1&receipt="
                                + URLEncoder.encode(failed, StandardCharsets.UTF_8))
                        .body())
                .contains("Nội dung không còn được giữ");
    }

    private void wasNeverRead(String receipt) {
        assertThat(hub.bean(JdbcClient.class)
                        .sql("update hub.submissions set state = 'UNDECODABLE', resume_at = 0 where receipt = :receipt")
                        .param(
                                "receipt",
                                hub.bean(Receipts.class)
                                        .parse(receipt)
                                        .orElseThrow()
                                        .id())
                        .update())
                .isOne();
    }

    @Test
    void takesNothingUnreadableUnchangedOrWithoutReason() {
        String good = LandSystem.accepted(CODE + "5");
        String bad = good.replace("QT-01", "QT-95");
        String failed = pushes(bad);
        assertThat(sends(failed, "{no json").is(422).problem()).isEqualTo("unreadable");
        assertThat(sends(failed, "[" + good + "," + good + "]").is(422).problem())
                .isEqualTo("several-records");
        assertThat(sends(failed, bad).is(422).problem()).isEqualTo("nothing-changed");
        operator.posts("/api/v1/failures/" + failed + "/1/edits", "{\"content\":\"x\"}")
                .is(400);
        hub.as(LandSystem.ID)
                .posts("/api/v1/failures/" + failed + "/1/edits", body(good))
                .is(403);
        hub.as(LandSystem.ID)
                .gets("/api/v1/failures/" + failed + "/1/edits/draft?reason=x")
                .is(403);
        assertThat(state(failed)).isEqualTo("PARKED");
    }

    @Test
    void showsTheTextWhatChangedAndWhatItWouldComeToBeforeItIsSent() {
        String good = LandSystem.accepted(CODE + "6");
        String failed = pushes(good.replace("QT-01", "QT-95"));
        String at = "?receipt=" + URLEncoder.encode(failed, StandardCharsets.UTF_8) + "&no=1";
        String page = "/console/failures/one" + at;
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        assertThat(visitor.opens(page).body()).contains("Sửa bản ghi rồi gửi").doesNotContain("014090000001");
        assertThat(visitor.submits(page, "/console/failures/edit" + at, Map.of("reason", " "))
                        .body())
                .contains("role=\"alert\"")
                .doesNotContain("014090000001");
        assertThat(visitor.submits(page, "/console/failures/edit" + at, Map.of("reason", WHY))
                        .body())
                .contains("014090000001", "QT-95", WHY);
        String tried = visitor.submits(page, "/console/failures/edit/try" + at, Map.of("reason", WHY, "content", good))
                .body();
        assertThat(tried).contains("Nếu gửi bản sửa này", "Vào sổ", "class=\"came\"", "class=\"went\"");
        assertThat(state(failed)).isEqualTo("PARKED");
        HttpResponse<String> sent =
                visitor.submits(page, "/console/failures/edit/send" + at, Map.of("reason", WHY, "content", good));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(visitor.opens(page).body())
                .contains("Đã thay bằng biên nhận", "Đã được sửa và gửi thay", "operator", WHY)
                .doesNotContain("/console/failures/edit?", "/console/failures/replay?");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> visitor.opens(page).body().contains("/console/dossiers/one?code=" + CODE + "6"));
    }

    private String pushes(String body) {
        return hub.as(LandSystem.ID).pushes(LandSystem.ID, body).path("receipt").asString();
    }

    private HubClient.Answer sends(String receipt, String content) {
        return operator.posts("/api/v1/failures/" + receipt + "/1/edits", body(content));
    }

    private String body(String content) {
        return hub.bean(JsonMapper.class).writeValueAsString(Map.of("content", content, "reason", WHY));
    }

    private int replays(String receipt) {
        return operator.posts("/api/v1/failures/" + receipt + "/1/replay", "{\"reason\":\"again\"}")
                .is(202)
                .json()
                .path("replayed")
                .asInt();
    }

    private String state(String receipt) {
        return state(receipt, 1);
    }

    private String state(String receipt, int no) {
        return hub.as(LandSystem.ID)
                .gets("/api/v1/submissions/" + receipt)
                .is(200)
                .json()
                .path("records")
                .path(no - 1)
                .path("state")
                .asString("");
    }

    private void balances() {
        JsonNode land = operator.gets("/api/v1/accounts").is(200).json().path("senders");
        assertThat(land.valueStream()
                        .filter(account -> account.path("sender").asString().equals(LandSystem.ID)))
                .allSatisfy(account ->
                        assertThat(account.path("balanced").asBoolean()).isTrue());
        assertThat(hub.bean(JdbcClient.class)
                        .sql("select count(*) from hub.records where state = 'PARKED' and replaced_by is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
