package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.platform.reason.Reason;

class OutcomesTest {

    private static final String SUBMISSIONS = "/api/v1/submissions/";
    private static final Reason NO_CODE = new Reason("missing-field", "code", null, Map.of());

    private final DoorUnderTest door = DoorUnderTest.shared();
    private final DoorClient office = door.as("office");
    private final Receipts receipts = door.bean(Receipts.class);
    private final String receipt =
            office.pushes("office", "{\"n\":\"" + UUID.randomUUID() + "\"}").receipt();

    @AfterEach
    void databaseIsBack() {
        door.register().isBack();
    }

    @Test
    void saysInFlightOfAReceiptTheRegisterHasNotSeen() {
        var answer = office.asks(SUBMISSIONS + receipt);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("IN_FLIGHT");
    }

    @Test
    void tellsEachRecordsOutcome() {
        door.register()
                .tell(
                        id(),
                        new RecordOutcome(1, RecordState.REGISTERED, "H52-1", true, null, List.of()),
                        new RecordOutcome(2, RecordState.REFUSED, null, null, null, List.of(NO_CODE)),
                        new RecordOutcome(3, RecordState.PARKED, "H52-3", null, "unknown-procedure", List.of()));

        var answer = office.asks(SUBMISSIONS + receipt);
        assertThat(answer.text("state")).isEqualTo("ENDED");
        assertThat(answer.body().at("/counts/registered").asInt()).isEqualTo(1);
        assertThat(answer.body().at("/records/0/code").asString()).isEqualTo("H52-1");
        assertThat(answer.body().at("/records/0/changed").asBoolean()).isTrue();
        assertThat(answer.body().at("/records/1/reasons/0/rule").asString()).isEqualTo("missing-field");
        assertThat(answer.body().at("/records/2/cause").asString()).isEqualTo("unknown-procedure");
    }

    @Test
    void givesReasonsInVietnameseUnlessAskedForEnglish() {
        door.register().tell(id(), new RecordOutcome(1, RecordState.REFUSED, null, null, null, List.of(NO_CODE)));

        String sentence = "/records/0/reasons/0/sentence";
        String vietnamese =
                office.asks(SUBMISSIONS + receipt).body().at(sentence).asString();
        String english = office.asks(SUBMISSIONS + receipt, Map.of("Accept-Language", "en"))
                .body()
                .at(sentence)
                .asString();
        assertThat(vietnamese).isNotBlank().isNotEqualTo(english);
    }

    @Test
    void givesManyRecordsPageByPage() {
        door.register()
                .tell(
                        id(),
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(no -> new RecordOutcome(
                                        no, RecordState.REGISTERED, "H52-" + no, true, null, List.of()))
                                .toArray(RecordOutcome[]::new));

        var first = office.asks(SUBMISSIONS + receipt + "?limit=3");
        assertThat(first.body().path("records").size()).isEqualTo(3);
        var second = office.asks(SUBMISSIONS + receipt + "?limit=3&after="
                + first.body().path("next").asInt());
        assertThat(second.body().path("records").size()).isEqualTo(2);
        assertThat(second.body().has("next")).isFalse();
    }

    @Test
    void hidesAReceiptFromOtherSendersButNotFromOperators() {
        assertThat(door.as("archive").asks(SUBMISSIONS + receipt).problem()).isEqualTo("unknown-receipt");
        assertThat(door.as("archive").asks(SUBMISSIONS + receipt).status()).isEqualTo(404);
        assertThat(door.as("operator").asks(SUBMISSIONS + receipt).status()).isEqualTo(200);
        assertThat(door.as("national-portal").asks(SUBMISSIONS + receipt).status())
                .isEqualTo(403);
        assertThat(door.anonymous().asks(SUBMISSIONS + receipt).status()).isEqualTo(401);
    }

    @Test
    void doesNotKnowAReceiptItDidNotWrite() {
        String altered = (receipt.charAt(0) == 'a' ? 'b' : 'a') + receipt.substring(1);
        assertThat(office.asks(SUBMISSIONS + altered).status()).isEqualTo(404);
        assertThat(office.asks(SUBMISSIONS + "x").status()).isEqualTo(404);
    }

    @Test
    void saysUnavailableAndDoesNotGuessWhileTheDatabaseIsAway() {
        door.register().isAway();
        var answer = office.asks(SUBMISSIONS + receipt);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("retry-after", "5");
    }

    @Test
    void answersInTheSendersOwnWordsOnceTheRegisterHasIt() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        settle(key, new RecordOutcome(1, RecordState.REGISTERED, "H52-\"9\"", true, null, List.of()));

        var answer = door.as("counter").pushes("counter", "{}", key);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("trangThai")).isEqualTo("DA_VAO_SO");
        assertThat(answer.text("maHoSo")).isEqualTo("H52-\"9\"");
    }

    @Test
    void tellsAWaitingSenderWhyItsRecordIsRefused() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        settle(key, new RecordOutcome(1, RecordState.REFUSED, null, null, null, List.of(NO_CODE)));

        var answer = door.as("counter").pushes("counter", "{}", key);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("trangThai")).isEqualTo("BI_TU_CHOI");
        assertThat(answer.text("lyDo")).startsWith("code: ");
    }

    @Test
    void saysReceivedAndNeverSuccessWhenTheOutcomeTakesLonger() {
        var answer = door.as("counter").pushes("counter", "{\"n\":\"" + UUID.randomUUID() + "\"}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("trangThai")).isEqualTo("DANG_XU_LY");
        assertThat(receipts.parse(answer.text("bienNhan"))).isPresent();
    }

    @Test
    void saysReceivedOfARecordThatIsParked() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        settle(key, new RecordOutcome(1, RecordState.PARKED, null, null, "unknown-procedure", List.of()));
        assertThat(door.as("counter").pushes("counter", "{}", key).text("trangThai"))
                .isEqualTo("DANG_XU_LY");
    }

    private UUID id() {
        return receipts.parse(receipt).orElseThrow().id();
    }

    private void settle(Map<String, String> key, RecordOutcome outcome) {
        door.register()
                .tell(receipts.issue("counter", key.get("Idempotency-Key")).id(), outcome);
    }
}
