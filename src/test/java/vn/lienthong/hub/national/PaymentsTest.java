package vn.lienthong.hub.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A fee from the bill to the paid dossier over a whole hub, with every confirmation that does not fit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentsTest {

    private static final String OPERATOR = "operator";
    private static final String CONFIRM = "/api/v1/payments/confirm";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DOSSIER = """
            {"referenceUid":"0f000000-0000-4000-8000-00000000%1$s","serviceCode":"1.004889","govAgencyCode":"000.00.14.H52",
             "dossierNo":"000.00.14.H52-260824-%1$s","applicantName":"TRẦN VĂN THỬ","applicantIdType":"citizen",
             "applicantIdNo":"038090000001","contactName":"TRẦN VĂN THỬ","contactTelNo":"0900000001","online":true,
             "viaPostal":0,"briefNote":"Đề nghị","submitDate":"24/08/2026 08:45:00","receiveDate":"24/08/2026 09:15:00",
             "dueDate":"30/12/2026 09:15:00","dossierStatus":"%2$s","dossierSubStatus":""}""";

    private final NationalPages hub = new NationalPages();
    private final AtomicInteger serial = new AtomicInteger(4000);

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    void settlesADossierOnceHoweverOftenItsPaymentIsConfirmed() {
        var code = waitingForPayment();
        var payment = starts(code, 250_000);
        assertThat(payment.path("url").asString()).startsWith("https://thanhtoan.example/");
        var message = pays(payment, "00");

        var acks = IntStream.range(0, 100)
                .parallel()
                .mapToObj(i -> confirms(message))
                .toList();

        assertThat(acks).allMatch(ack -> ack.path("MaLoi").asString().equals("00"));
        assertThat(acks).allMatch(ack -> ack.path("MaXacThuc").asString().length() == 64);
        assertThat(paymentState(code)).isEqualTo("PAID");
        assertThat(statuses(code)).containsExactly(2, 4, 6, 4);
        var kept = kept(payment);
        assertThat(kept.path("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(kept.path("confirmations").asInt()).isEqualTo(100);
        assertThat(kept.path("settledAt").asString()).isNotEmpty();
        assertThat(hub.jdbc()
                        .sql("select facts -> 'fees' from hub.dossiers where code = ?")
                        .param(code)
                        .query(String.class)
                        .single())
                .contains("250000")
                .doesNotContain("}, {");
    }

    @Test
    void refusesAForgedConfirmationAndWritesItDown() {
        var code = waitingForPayment();
        var payment = starts(code, 100_000);
        var forged = pays(payment, "00").put("MaXacThuc", "0".repeat(64));

        assertThat(confirms(forged).path("MaLoi").asString()).isEqualTo("97");
        assertThat(confirms(forged).path("MaLoi").asString()).isEqualTo("97");

        assertThat(paymentState(code)).isNotEqualTo("PAID");
        assertThat(kept(payment).path("state").asString()).isEqualTo("STARTED");
        assertThat(hub.audited("payment.forged"))
                .filteredOn(line -> line.contains(reference(payment)))
                .hasSize(1);
        assertThat(findings(payment)).containsExactly("FORGED");
    }

    @Test
    void refusesAnotherAmountAndAnUnknownReference() {
        var code = waitingForPayment();
        var payment = starts(code, 100_000);
        var other = starts(waitingForPayment(), 70_000);
        var message = pays(payment, "00");
        var wrong = signed(message.deepCopy().put("SoTien", "1000"));
        var unknown = signed(message.deepCopy().put("MaThamChieu", "dvc-nobody"));

        assertThat(confirms(wrong).path("MaLoi").asString()).isEqualTo("04");
        assertThat(confirms(unknown).path("MaLoi").asString()).isEqualTo("01");
        assertThat(confirms(JSON.createObjectNode()).path("MaLoi").asString()).isEqualTo("99");

        assertThat(kept(payment).path("state").asString()).isEqualTo("STARTED");
        assertThat(kept(other).path("state").asString()).isEqualTo("STARTED");
        assertThat(findings(payment)).containsExactly("AMOUNT_DIFFERS");
        assertThat(statuses(code)).containsExactly(2, 4, 6);
    }

    @Test
    void keepsAFailedPaymentFailedAndStartsAnother() {
        var code = waitingForPayment();
        var failed = starts(code, 90_000);
        assertThat(confirms(pays(failed, "24")).path("MaLoi").asString()).isEqualTo("00");
        assertThat(kept(failed).path("state").asString()).isEqualTo("FAILED");

        var again = starts(code, 90_000);
        assertThat(reference(again)).isNotEqualTo(reference(failed));
        assertThat(confirms(pays(failed, "00")).path("MaLoi").asString()).isEqualTo("00");
        assertThat(findings(failed)).containsExactly("CONTRADICTION");
        assertThat(paymentState(code)).isNotEqualTo("PAID");
    }

    @Test
    void usesAReferenceAgainUntilItIsPaid() {
        var code = waitingForPayment();
        assertThat(reference(starts(code, 50_000))).isEqualTo(reference(starts(code, 50_000)));
    }

    @Test
    void takesTheTimeOfATwelveHourClockForWhenItCame() {
        var payment = starts(waitingForPayment(), 60_000);
        var message = pays(payment, "00");
        var time = message.path("ThoiGianGD").asString();
        int hour = (Integer.parseInt(time.substring(8, 10)) + 12) % 24;
        var day = hour < 12 ? time.substring(0, 8) : yesterday(time);

        confirms(signed(message.put("ThoiGianGD", "%s%02d%s".formatted(day, hour, time.substring(10)))));

        assertThat(findings(payment)).containsExactly("DOUBTFUL_TIME");
        assertThat(kept(payment).path("state").asString()).isEqualTo("SUCCEEDED");
    }

    @Test
    void asksAboutASilentPaymentAndLetsItsDossierFollow() {
        var code = waitingForPayment();
        var payment = starts(code, 80_000);
        pays(payment, "00");
        hub.jdbc()
                .sql("update hub.payments set started_at = started_at - interval '1 hour'")
                .update();

        var compared = hub.posts(OPERATOR, "/api/v1/payments/reconciliation", "");

        assertThat(compared.body().path("answered").asInt()).isPositive();
        assertThat(paymentState(code)).isEqualTo("PAID");
        assertThat(hub.gets(OPERATOR, "/api/v1/payments/bill?reference=" + reference(payment))
                        .body()
                        .path("SoTien")
                        .asString())
                .isEqualTo("80000");
    }

    @Test
    void asksForAConfirmationOnceMoreWhilePostgreSqlIsAwayAndCountsItOnce() {
        var code = waitingForPayment();
        var message = pays(starts(code, 250_000), "00");

        hub.withoutDatabase(() -> {
            for (int i = 0; i < 3; i++) {
                var answer = hub.posts("", CONFIRM, message.toString());
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.body().path("MaLoi").asString()).isEqualTo("98");
                assertThat(answer.body().path("MaXacThuc").asString()).hasSize(64);
            }
        });

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(confirms(message).path("MaLoi").asString()).isEqualTo("00"));
        confirms(message);
        assertThat(paymentState(code)).isEqualTo("PAID");
        assertThat(statuses(code)).containsExactly(2, 4, 6, 4);
    }

    @Test
    void tellsWhatTheBankHasAndTheDossierDoesNotTake() {
        var code = waitingForPayment();
        var payment = starts(code, 40_000);
        hub.jdbc().sql("""
                        update hub.dossiers set facts = jsonb_set(facts, '{fees}', '[{"name":"Lệ phí","amount":99}]')
                        where code = ?""").param(code).update();
        assertThat(confirms(pays(payment, "00")).path("MaLoi").asString()).isEqualTo("00");

        var compared = hub.gets(OPERATOR, "/api/v1/payments/reconciliation").body();
        assertThat(compared.path("paidButNotSettled").valueStream().map(PaymentsTest::reference))
                .contains(reference(payment));
        assertThat(findings(payment)).containsExactly("BANK_ONLY");
        assertThat(statuses(code)).containsExactly(2, 4, 6);
    }

    @Test
    void tellsStaffWhatAnOrderLacksAndStrangersNothing() {
        assertThat(hub.posts(OPERATOR, "/api/v1/payments", "{}").status()).isEqualTo(400);
        assertThat(hub.posts(OPERATOR, "/api/v1/payments", "{\"dossier\":\"nobody\"}")
                        .status())
                .isEqualTo(404);
        assertThat(hub.posts(OPERATOR, "/api/v1/payments", "{\"dossier\":\"%s\"}".formatted(waitingForPayment()))
                        .status())
                .isEqualTo(422);
        assertThat(hub.gets(OPERATOR, "/api/v1/payments?state=paid").status()).isEqualTo(400);
        assertThat(hub.gets(OPERATOR, "/api/v1/payments?state=khoi-tao").status())
                .isEqualTo(200);
        assertThat(hub.gets("national-portal", "/api/v1/payments").status()).isEqualTo(403);
        assertThat(hub.posts("", "/api/v1/payments", "{}").status()).isEqualTo(401);
    }

    private String waitingForPayment() {
        var number = "%04d".formatted(serial.incrementAndGet());
        for (var status : List.of("new", "processing", "paying")) {
            hub.as("home-affairs").pushes("home-affairs", DOSSIER.formatted(number, status));
        }
        return "000.00.14.H52-260824-" + number;
    }

    private JsonNode starts(String code, long amount) {
        var answer =
                hub.posts(OPERATOR, "/api/v1/payments", "{\"dossier\":\"%s\",\"amount\":%d}".formatted(code, amount));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.body();
    }

    private static String reference(JsonNode payment) {
        return payment.path("reference").asString();
    }

    /** The platform's signed confirmation, as it would call back. */
    private ObjectNode pays(JsonNode payment, String code) {
        var order =
                JSON.createObjectNode().put("MaThamChieu", reference(payment)).put("MaLoi", code);
        try {
            var request = HttpRequest.newBuilder(URI.create(hub.standIn() + "/payment/pay"))
                    .POST(HttpRequest.BodyPublishers.ofString(order.toString()))
                    .build();
            var reply = JSON.readTree(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body());
            return (ObjectNode) JSON.readTree(reply.path("message").asString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static ObjectNode signed(ObjectNode message) {
        return PaymentSeals.confirm(message, "pages");
    }

    private JsonNode confirms(JsonNode message) {
        var answer = hub.posts("", CONFIRM, message.toString());
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode kept(JsonNode payment) {
        return hub.gets(OPERATOR, "/api/v1/payments?limit=500")
                .body()
                .valueStream()
                .filter(one -> reference(one).equals(reference(payment)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> findings(JsonNode payment) {
        return hub.gets(OPERATOR, "/api/v1/payments/reconciliation")
                .body()
                .path("findings")
                .valueStream()
                .filter(one -> one.path("reference").asString().equals(reference(payment)))
                .map(one -> one.path("kind").asString())
                .toList();
    }

    private String paymentState(String code) {
        return hub.jdbc()
                .sql("select coalesce(payment_state, '') from hub.dossiers where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private List<Integer> statuses(String code) {
        return hub.jdbc().sql("""
                        select e.status from hub.events e join hub.dossiers d on d.id = e.dossier_id
                        where d.code = ? and e.kind = 'STATUS' order by e.seq""").param(code).query(Integer.class).list();
    }

    private static String yesterday(String time) {
        return LocalDate.parse(time.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE)
                .minusDays(1)
                .format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
