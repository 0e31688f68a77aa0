package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.trust.AuditVerdict;

/** Keys as their holders meet them; here because it takes the door to see whether a key opens it. */
class KeysTest {

    private static final String KEYS = "/api/v1/keys";

    private final DoorUnderTest door = DoorUnderTest.shared();
    private final DoorClient admin = new DoorClient(door.url(), "the-token-of-this-machine");

    @Test
    void issuesAKeyThatOpensTheDoorAtOnce() {
        var issued = issue("office", "SENDER");
        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.text("key")).matches("lt_[0-9a-f]{8}_[0-9a-f]{64}");
        assertThat(pushWith(issued.text("key"))).isEqualTo(202);
    }

    @Test
    void revokesAKeyAndAuditsIt() {
        var issued = issue("office", "SENDER");
        assertThat(admin.calls("DELETE", KEYS + "/" + issued.text("prefix"), "").status())
                .isEqualTo(204);
        assertThat(pushWith(issued.text("key"))).isEqualTo(401);
        assertThat(admin.calls("DELETE", KEYS + "/" + issued.text("prefix"), "").status())
                .isEqualTo(404);
        assertThat(acts(issued.text("prefix"))).containsExactly("key-issued", "key-revoked");
        assertThat(door.bean(Audit.class).verify()).matches(AuditVerdict::intact);
    }

    @Test
    void endsTheSessionsOfAKeyThatIsRevoked() {
        var issued = issue("office", "SENDER");
        var http = new HubClient(door.url(), "");
        String session = http.posts(
                        "/envelope/office/mapi/login",
                        "{\"username\":\"office\",\"password\":\"%s\"}".formatted(issued.text("key")))
                .json()
                .path("session")
                .asString();
        String call = "{\"session\":\"%s\",\"service\":\"NopHoSo\",\"data\":[]}".formatted(session);
        assertThat(told(http, call)).isEqualTo("0");

        admin.calls("DELETE", KEYS + "/" + issued.text("prefix"), "");

        assertThat(told(http, call)).isEqualTo("-1");
    }

    private static String told(HubClient http, String call) {
        return http.posts("/envelope/office/mapi/g", call)
                .is(200)
                .json()
                .path("error_code")
                .asString();
    }

    @Test
    void rotatesAKeyWithAnOverlap() {
        var old = issue("office", "SENDER");
        var next = admin.calls("POST", KEYS + "/" + old.text("prefix") + "/rotation", "{\"overlap\":\"PT1H\"}");
        assertThat(next.text("principal")).isEqualTo("office");
        assertThat(pushWith(old.text("key"))).isEqualTo(202);
        assertThat(pushWith(next.text("key"))).isEqualTo(202);
    }

    @Test
    void closesTheOldKeyWhenTheOverlapIsOver() {
        var old = issue("office", "SENDER");
        admin.calls("POST", KEYS + "/" + old.text("prefix") + "/rotation", "{\"overlap\":\"PT0S\"}");
        assertThat(pushWith(old.text("key"))).isEqualTo(401);
    }

    @Test
    void listsKeysWithoutTheirSecrets() {
        var issued = issue("office", "SENDER");
        var list = admin.asks(KEYS);
        assertThat(list.body().toString())
                .contains(issued.text("prefix"))
                .doesNotContain(issued.text("key"))
                .doesNotContain("mac");
    }

    @Test
    void issuesNoKeyForASenderThatDoesNotExist() {
        assertThat(issue("nobody", "SENDER").problem()).isEqualTo("unknown-sender");
        assertThat(issue("Ông A", "VIEWER").problem()).isEqualTo("bad-principal");
    }

    @Test
    void letsOnlyAdministratorsHandleKeys() {
        assertThat(door.as("operator").asks(KEYS).status()).isEqualTo(403);
        assertThat(door.as("office").asks(KEYS).status()).isEqualTo(403);
    }

    @Test
    void doesNotBelieveTheMachinesTokenThroughAProxy() {
        assertThat(admin.asks(KEYS, Map.of("X-Forwarded-For", "127.0.0.1")).status())
                .isEqualTo(401);
    }

    @Test
    void revokesOnEveryNodeWithinThirtySeconds() {
        var issued = issue("office", "SENDER");
        door.bean(JdbcClient.class)
                .sql("update hub.api_keys set revoked_at = now() where prefix = ?")
                .param(issued.text("prefix"))
                .update();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> pushWith(issued.text("key")) == 401);
    }

    @Test
    void keepsTheFirstKeysReadableForTheirOwnerOnly() throws IOException {
        var folder = door.home().secrets().resolve("keys");
        assertThat(Files.list(folder).map(file -> file.getFileName().toString()))
                .contains("office", "archive", "counter", "national-portal", "unified-portal", "operator");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("office"))))
                .isEqualTo("rw-------");
    }

    private DoorClient.Answer issue(String principal, String role) {
        return admin.calls("POST", KEYS, "{\"principal\":\"" + principal + "\",\"role\":\"" + role + "\"}");
    }

    private int pushWith(String key) {
        return new DoorClient(door.url(), key)
                .pushes("office", "{\"n\":\"" + UUID.randomUUID() + "\"}")
                .status();
    }

    private java.util.List<String> acts(String prefix) {
        return door.bean(JdbcClient.class)
                .sql("select action from hub.audit where object = ? order by id")
                .param(prefix)
                .query(String.class)
                .list();
    }
}
