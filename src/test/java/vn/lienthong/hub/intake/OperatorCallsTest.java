package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.RealParts;

/** What operators and administrators ask of a running hub over HTTP. */
class OperatorCallsTest {

    private static final String TOKEN = "the-token-of-this-machine";
    private static final String FAILURES = "/api/v1/failures";
    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String ROUTES = "/api/v1/routes";
    private static final String KEYS = "/api/v1/keys";
    private static final String WHY = "{\"reason\":\"thử\"}";

    private static HubHome home;
    private static RunningHub hub;
    private static DoorClient operator;
    private static DoorClient admin;
    private static DoorClient land;
    private static DoorClient homeAffairs;
    private static DoorClient anonymous;

    @BeforeAll
    static void start() throws IOException {
        home = RealParts.shared().freshHome();
        Files.createDirectories(home.secrets());
        Files.writeString(home.secrets().resolve("admin-token"), TOKEN);
        hub = RunningHub.start(home, RealParts.shared().addressesWithFreshDatabase());
        operator = as("operator");
        land = as("land");
        homeAffairs = as("home-affairs");
        admin = new DoorClient(url(), TOKEN);
        anonymous = new DoorClient(url(), "");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void listsFailuresByStateAndCauseAndShowsOneMasked() {
        String refused = refused("1");
        String parked = parked("000.00.15.H52-260824-8001");

        JsonNode ofParked = failures("?sender=land&state=PARKED", parked);
        assertThat(receipts(failures("?sender=land", refused))).contains(refused, parked);
        assertThat(receipts(ofParked)).contains(parked).doesNotContain(refused);
        assertThat(receipts(failures("?sender=land&state=REFUSED", refused))).doesNotContain(parked);
        String cause = ofParked.path(0).path("cause").asString();
        assertThat(receipts(failures("?cause=" + UriUtils.encode(cause, StandardCharsets.UTF_8), parked)))
                .doesNotContain(refused);
        assertThat(failures("?sender=health")).isEmpty();

        var one = operator.asks(FAILURES + "/" + parked + "/1");
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.body().path("masked").asBoolean()).isTrue();
        assertThat(one.text("content")).isNotBlank().doesNotContain("014090000001");
    }

    @Test
    void revealsWhatWasSentOnlyToAnOperatorWithAReason() {
        String one = FAILURES + "/" + parked("000.00.15.H52-260824-8002") + "/1?reveal=true";

        assertThat(operator.asks(one).status()).isEqualTo(400);
        assertThat(land.asks(one + "&reason=x").status()).isEqualTo(403);
        var revealed = operator.asks(one + "&reason=kiem-tra");
        assertThat(revealed.status()).isEqualTo(200);
        assertThat(revealed.text("content")).contains("014090000001");
    }

    @Test
    void showsASenderItsOwnFailuresOnly() {
        String parked = parked("000.00.15.H52-260824-8003");

        assertThat(land.asks(FAILURES + "/" + parked + "/1").status()).isEqualTo(200);
        assertThat(homeAffairs.asks(FAILURES + "/" + parked + "/1").status()).isEqualTo(404);
        assertThat(receipts(homeAffairs.asks(FAILURES + "?sender=land").body().path("failures")))
                .doesNotContain(parked);
    }

    @Test
    void replaysOneAndManyAndKeepsWhatIsStillWrongParked() {
        String parked = parked("000.00.15.H52-260824-8004");

        var one = operator.calls("POST", FAILURES + "/" + parked + "/1/replay", WHY);
        assertThat(one.status()).isEqualTo(202);
        assertThat(one.body().path("replayed").asInt()).isOne();
        failures("?sender=land&state=PARKED", parked);

        assertThat(operator.calls("POST", FAILURES + "/" + parked + "/1/replay", "{}")
                        .status())
                .isEqualTo(400);
        var many = operator.calls(
                "POST",
                FAILURES + "/replay",
                "{\"sender\":\"land\",\"state\":\"PARKED\",\"limit\":1,\"reason\":\"thử\"}");
        assertThat(many.status()).isEqualTo(202);
        assertThat(many.body().path("replayed").asInt()).isOne();
    }

    @Test
    void balancesTheAccountsOfEverySenderAndTheirSum() {
        failures("?sender=land", parked("000.00.15.H52-260824-8005"));
        failures("?sender=land", refused("2"));

        await().untilAsserted(() -> {
            JsonNode sheet = operator.asks(ACCOUNTS).body();
            assertThat(sheet.path("total").path("balanced").asBoolean()).isTrue();
            assertThat(sheet.path("total").path("inFlight").asLong()).isZero();
            for (String column : List.of("accepted", "registered", "refused", "parked")) {
                assertThat(sheet.path("total").path(column).asLong())
                        .isEqualTo(sheet.path("senders")
                                .valueStream()
                                .mapToLong(account -> account.path(column).asLong())
                                .sum());
            }
            assertThat(sheet.path("total").path("parked").asLong()).isPositive();
            assertThat(sheet.path("total").path("refused").asLong()).isPositive();
        });
        assertThat(homeAffairs.asks(ACCOUNTS).body().path("senders").valueStream())
                .allMatch(account -> account.path("sender").asString().equals("home-affairs"));
    }

    @Test
    void letsAnOperatorsSuspendWinOverTheDatabaseComingBack() {
        var suspended = operator.calls("POST", ROUTES + "/receive-health/suspend", WHY);
        assertThat(suspended.text("state")).isEqualTo("SUSPENDED");

        hub.bean(DatabaseBreaker.class).failed(new SQLTransientConnectionException("gone", "08006"));
        assertThat(route("receive-land")).isEqualTo("WAITING_FOR_DATABASE");
        await().atMost(Duration.ofSeconds(30)).until(() -> route("receive-land").equals("RUNNING"));

        assertThat(route("receive-health")).isEqualTo("SUSPENDED");
        assertThat(operator.calls("POST", ROUTES + "/receive-health/resume", WHY)
                        .text("state"))
                .isEqualTo("RUNNING");
    }

    @Test
    void holdsPushesOfASuspendedRouteUntilItIsResumed() {
        operator.calls("POST", ROUTES + "/receive-home-affairs/suspend", WHY);
        String receipt = homeAffairs.pushes("home-affairs", "{\"broken\":").receipt();

        assertThat(homeAffairs
                        .asks("/api/v1/submissions/" + receipt)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("IN_FLIGHT");
        operator.calls("POST", ROUTES + "/receive-home-affairs/resume", WHY);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(receipts(failures("?sender=home-affairs"))).contains(receipt));
    }

    @Test
    void issuesRotatesAndRevokesKeys() {
        var issued = admin.calls("POST", KEYS, "{\"principal\":\"land\",\"role\":\"SENDER\"}");
        assertThat(issued.status()).isEqualTo(201);
        assertThat(statusWith(issued.text("key"))).isEqualTo(200);

        var next = admin.calls("POST", KEYS + "/" + issued.text("prefix") + "/rotation", "{\"overlap\":\"PT0S\"}");
        assertThat(statusWith(issued.text("key"))).isEqualTo(401);
        assertThat(statusWith(next.text("key"))).isEqualTo(200);

        assertThat(admin.calls("DELETE", KEYS + "/" + next.text("prefix"), "").status())
                .isEqualTo(204);
        assertThat(statusWith(next.text("key"))).isEqualTo(401);
    }

    @Test
    void asksWhoCallsBeforeItSaysWhatThereIs() {
        List<String> reads = List.of(FAILURES, FAILURES + "/nothing/1", ACCOUNTS, ROUTES, KEYS);
        List<String> acts = List.of(
                FAILURES + "/nothing/1/replay",
                FAILURES + "/replay",
                ROUTES + "/nothing/suspend",
                ROUTES + "/nothing/resume",
                KEYS + "/nothing/rotation");

        reads.forEach(path -> assertThat(anonymous.asks(path).status()).as(path).isEqualTo(401));
        acts.forEach(path ->
                assertThat(anonymous.calls("POST", path, WHY).status()).as(path).isEqualTo(401));
        acts.forEach(path ->
                assertThat(land.calls("POST", path, WHY).status()).as(path).isEqualTo(403));
        Stream.of(ROUTES, KEYS)
                .forEach(path -> assertThat(land.asks(path).status()).as(path).isEqualTo(403));
        assertThat(operator.asks(KEYS).status()).isEqualTo(403);
        assertThat(operator.calls("POST", ROUTES + "/nothing/suspend", WHY).status())
                .isEqualTo(404);
        assertThat(operator.calls("POST", FAILURES + "/nothing/1/replay", WHY).status())
                .isEqualTo(404);
    }

    @Test
    void namesTheFieldAndTheValuesThatExistWhenACallCannotBeRead() {
        var answer = admin.calls("POST", KEYS, "{\"principal\":\"x\",\"role\":\"BOSS\"}");

        assertThat(answer.status()).isEqualTo(400);
        JsonNode error = answer.body().path("errors").path(0);
        assertThat(error.path("field").asString()).isEqualTo("role");
        assertThat(error.path("rule").asString()).isEqualTo("not-one-of");
        assertThat(error.path("sentence").asString()).contains("OPERATOR", "VIEWER");
    }

    private static String refused(String no) {
        return land.pushes("land", "{\"broken " + no + "\": ").receipt();
    }

    private static String parked(String code) {
        String receipt = land.pushes("land", """
                        {"SoBienNhan":"%s","NgayTiepNhan":"24/08/2026 09:15:00","NgayHenTra":"14/09/2026 09:15:00",
                         "ThongTinNguoiNopDon":{"HoTen":"TRẦN VĂN THỬ","SoChungMinh":"014090000001"},
                         "ThongTinQuyTrinh":{"MaQuyTrinh":"QT-99","TenQuyTrinh":"Không rõ"}}
                        """.formatted(code)).receipt();
        failures("?sender=land&state=PARKED", receipt);
        return receipt;
    }

    /** What the list holds once this failure is in it. */
    private static JsonNode failures(String query, String expected) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> receipts(failures(query)).contains(expected));
        return failures(query);
    }

    private static JsonNode failures(String query) {
        return operator.asks(FAILURES + query).body().path("failures");
    }

    private static List<String> receipts(JsonNode failures) {
        return failures.valueStream()
                .map(failure -> failure.path("receipt").asString())
                .toList();
    }

    private static String route(String id) {
        return operator.asks(ROUTES)
                .body()
                .path("routes")
                .valueStream()
                .filter(route -> route.path("id").asString().equals(id))
                .map(route -> route.path("state").asString())
                .findFirst()
                .orElseThrow();
    }

    private static int statusWith(String key) {
        return new DoorClient(url(), key).asks(FAILURES).status();
    }

    private static DoorClient as(String principal) throws IOException {
        return new DoorClient(
                url(),
                Files.readString(home.secrets().resolve("keys").resolve(principal))
                        .strip());
    }

    private static String url() {
        return "http://127.0.0.1:" + hub.port();
    }
}
