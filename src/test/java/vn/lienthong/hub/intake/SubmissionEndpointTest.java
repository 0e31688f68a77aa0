package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubmissionEndpointTest {

    private static final String OFFICE = "office";
    private final DoorUnderTest door = DoorUnderTest.shared();
    private final DoorClient office = door.as(OFFICE);

    @BeforeEach
    void emptyTheQueue() throws Exception {
        door.received(OFFICE);
    }

    @Test
    void answersWithAReceiptOnceTheSubmissionIsOnTheBroker() throws Exception {
        var answer = office.pushes(OFFICE, "{\"code\":\"1\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("status")).isEqualTo("ACCEPTED");
        assertThat(answer.text("acceptedAt")).endsWith("+07:00");
        var receipt = door.bean(Receipts.class).parse(answer.receipt()).orElseThrow();
        assertThat(door.received(OFFICE)).singleElement().satisfies(message -> {
            assertThat(message)
                    .containsEntry("receipt", receipt.id().toString())
                    .containsEntry("sender", OFFICE)
                    .containsEntry("contentType", "application/json")
                    .containsEntry("size", 12L)
                    .containsEntry("correlationId", answer.text("correlationId"))
                    .containsEntry("deliveryMode", 2)
                    .containsEntry("_AMQ_DUPL_ID", receipt.id() + ":" + message.get("bodyHash"))
                    .containsKeys("stamp", "acceptedAt", "bodyHash")
                    .doesNotContainKeys("contentRef", "snapshotAt", "fileName");
            assertThat(text(message)).isEqualTo("{\"code\":\"1\"}");
        });
    }

    @Test
    void saysWhereTheOutcomeWillBe() {
        var answer = office.pushes(OFFICE, "{\"code\":\"2\"}");
        assertThat(answer.headers()).containsEntry("location", "/api/v1/submissions/" + answer.receipt());
        assertThat(answer.receipt()).matches("[a-z2-7]{39}");
    }

    @Test
    void carriesTheOptionalHeadersAlong() throws Exception {
        var answer = office.pushes(
                OFFICE,
                "{}",
                Map.of(
                        "X-Correlation-Id", "chuyen-1234",
                        "Snapshot-At", "2026-08-24T09:15:30+07:00",
                        "File-Name", "s%E1%BB%95%20theo%20d%C3%B5i.json"));

        assertThat(answer.headers()).containsEntry("x-correlation-id", "chuyen-1234");
        assertThat(door.received(OFFICE))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .containsEntry("correlationId", "chuyen-1234")
                        .containsEntry("snapshotAt", "2026-08-24T09:15:30+07:00")
                        .containsEntry("fileName", "sổ theo dõi.json"));
    }

    @Test
    void refusesHeadersItCannotRead() {
        Stream.of(
                        Map.of("Snapshot-At", "yesterday"),
                        Map.of("File-Name", "..%2Fsecrets"),
                        Map.of("File-Name", "%zz"),
                        Map.of("Idempotency-Key", "two words"))
                .map(headers -> office.pushes(OFFICE, "{}", headers))
                .forEach(answer -> {
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(answer.problem()).isEqualTo("invalid-header");
                });
    }

    @Test
    void givesTheSameReceiptForTheSameKey() throws Exception {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var first = office.pushes(OFFICE, "{\"a\":1}", key);
        assertThat(office.pushes(OFFICE, "{\"a\":1}", key).receipt()).isEqualTo(first.receipt());
        assertThat(door.received(OFFICE)).hasSize(1);
    }

    @Test
    void refusesOtherBytesUnderAKeyAlreadyUsed() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        office.pushes(OFFICE, "{\"a\":1}", key);
        var second = office.pushes(OFFICE, "{\"a\":2}", key);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.problem()).isEqualTo("idempotency-conflict");
    }

    @Test
    void givesTheSameReceiptForTheSameBytesWhileTheFirstHasNoOutcome() throws Exception {
        String body = unique();
        String first = office.pushes(OFFICE, body).receipt();
        assertThat(office.pushes(OFFICE, body).receipt()).isEqualTo(first);
        assertThat(door.received(OFFICE)).hasSize(1);

        door.bean(Outcomes.class)
                .settled(door.bean(Receipts.class).parse(first).orElseThrow().id());
        assertThat(office.pushes(OFFICE, body).receipt()).isNotEqualTo(first);
    }

    @Test
    void makesOneMessageOfTwentyRacingPushes() throws Exception {
        String body = unique();
        Callable<String> push = () -> office.pushes(OFFICE, body).receipt();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> receipts = threads
                    .invokeAll(Stream.generate(() -> push).limit(20).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(receipts).hasSize(20).containsOnly(receipts.getFirst());
        }
        assertThat(door.received(OFFICE)).hasSize(1);
    }

    @Test
    void saysNothingButUnauthorisedWithoutAValidKey() {
        var anonymous = door.anonymous();
        var stranger = new DoorClient(door.url(), "lt_00000000_" + "0".repeat(64));
        Stream.of(
                        anonymous.pushes(OFFICE, "{}"),
                        anonymous.pushes("nobody", "{}"),
                        anonymous.asks("/nothing/here"),
                        stranger.pushes(OFFICE, "{}"),
                        stranger.asks("/nothing/here"))
                .forEach(answer -> {
                    assertThat(answer.status()).isEqualTo(401);
                    assertThat(answer.problem()).isEqualTo("unauthorised");
                    assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
                });
    }

    @Test
    void refusesTheKeyOfAnotherSenderOrRole() {
        assertThat(door.as("archive").pushes(OFFICE, "{}"))
                .returns(403, DoorClient.Answer::status)
                .returns("foreign-sender", DoorClient.Answer::problem);
        assertThat(door.as("operator").pushes(OFFICE, "{}"))
                .returns(403, DoorClient.Answer::status)
                .returns("foreign-sender", DoorClient.Answer::problem);
    }

    @Test
    void sendsASenderThatIsNotLiveToTheSandbox() {
        assertThat(door.as("practice").pushes("practice", "{}"))
                .returns(409, DoorClient.Answer::status)
                .returns("sandbox-only", DoorClient.Answer::problem);
    }

    @Test
    void doesNotKnowASenderWithoutConfiguration() {
        assertThat(office.pushes("nobody", "{}"))
                .returns(404, DoorClient.Answer::status)
                .returns("unknown-sender", DoorClient.Answer::problem);
    }

    @Test
    void refusesTypesTheSenderDidNotAgreeOn() {
        assertThat(office.pushes(OFFICE, "{}", Map.of("Content-Type", "text/plain")))
                .returns(415, DoorClient.Answer::status)
                .returns("unsupported-type", DoorClient.Answer::problem);
    }

    @Test
    void takesATypeWithItsCharset() {
        var answer = office.pushes(OFFICE, unique(), Map.of("Content-Type", "Application/JSON; charset=utf-8"));
        assertThat(answer.status()).isEqualTo(202);
    }

    @Test
    void refusesCompressedBodies() {
        assertThat(office.pushes(OFFICE, "{}", Map.of("Content-Encoding", "gzip")))
                .returns(415, DoorClient.Answer::status)
                .returns("encoded-body", DoorClient.Answer::problem);
    }

    @Test
    void refusesAnEmptyBodyOfAnnouncedOrUnknownLength() {
        var unknown = BodyPublishers.fromPublisher(BodyPublishers.ofString(""));
        Stream.of(office.pushes(OFFICE, ""), office.pushes(OFFICE, unknown, Map.of()))
                .forEach(answer -> assertThat(answer)
                        .returns(400, DoorClient.Answer::status)
                        .returns("empty-body", DoorClient.Answer::problem));
    }

    @Test
    void takesOnlyPosts() {
        assertThat(door.as("operator")
                        .asks("/api/v1/senders/office/submissions")
                        .status())
                .isEqualTo(405);
    }

    private static String unique() {
        return "{\"n\":\"" + UUID.randomUUID() + "\"}";
    }

    private static String text(Map<String, Object> message) {
        return new String((byte[]) message.get("body"), StandardCharsets.UTF_8);
    }
}
