package vn.lienthong.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LoginTest {

    @RegisterExtension
    static final RunningStandIn standIn = new RunningStandIn();

    @Test
    void givesSessionForRightPassword() {
        JsonNode reply = new Caller(standIn.url()).logIn(Caller.PASSWORD);

        assertThat(reply.path("error_code").stringValue()).isEqualTo("0");
        assertThat(reply.path("session").stringValue()).isNotBlank();
        assertThat(reply.path("message").stringValue()).contains("thành công");
    }

    @Test
    void refusesWrongPasswordWithHttp200() {
        var response =
                new Caller(standIn.url()).post("/mapi/login", "{\"username\":\"lienthong\",\"password\":\"no\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"error_code\":\"-5\"").doesNotContain("session");
    }

    @Test
    void refusesLoginWithoutPassword() {
        assertThat(new Caller(standIn.url())
                        .post("/mapi/login", "{\"username\":\"lienthong\"}")
                        .body())
                .contains("\"error_code\":\"-2\"", "password");
    }

    @Test
    void refusesBodyThatIsNoJson() {
        assertThat(standIn.caller().post("/mapi/g", "<xml/>").body()).contains("\"error_code\":\"-2\"");
    }

    @Test
    void refusesCallWithoutSession() {
        assertThat(code(new Caller(standIn.url()).creates(Records.dossier("A-1"))))
                .isEqualTo("-1");
    }

    @Test
    void expiresAllSessionsOnRequest() {
        Caller caller = standIn.caller();

        assertThat(caller.delete("/stand-in/sessions").path("expired").intValue())
                .isEqualTo(1);
        assertThat(code(caller.creates(Records.dossier("A-1")))).isEqualTo("-1");
        assertThat(code(caller.loggedIn().creates(Records.dossier("A-1")))).isEqualTo("0");
    }

    @Test
    void expiresSessionAfterItsLife(@TempDir Path data) throws Exception {
        var options = StandInOptions.of(data, Caller.PASSWORD).withSessionLife(Duration.ofMillis(300));
        try (var shortLived = StandIn.start(options)) {
            Caller caller = new Caller(shortLived.url()).loggedIn();

            Awaitility.await()
                    .until(() -> code(caller.updates(Records.dossier("A-1"))).equals("-1"));
        }
    }

    @Test
    void refusesCallToAnotherDestination(@TempDir Path data) throws Exception {
        var options = StandInOptions.of(data, Caller.PASSWORD).withDstcode("VN:COQUAN:1");
        try (var addressed = StandIn.start(options)) {
            JsonNode reply = new Caller(addressed.url()).logIn(Caller.PASSWORD);

            assertThat(code(reply)).isEqualTo("-2");
            assertThat(reply.path("message").stringValue()).contains("dstcode");
        }
    }

    @Test
    void refusesCallWithoutUnitOrKnownService() {
        Caller caller = standIn.caller();

        assertThat(caller.call(caller.envelope("TraCuuHoSo").without("madonvi"))
                        .path("message")
                        .stringValue())
                .contains("madonvi");
        assertThat(code(caller.call(caller.envelope("XoaHoSo")))).isEqualTo("-2");
    }

    private static String code(JsonNode reply) {
        return reply.path("error_code").stringValue();
    }
}
