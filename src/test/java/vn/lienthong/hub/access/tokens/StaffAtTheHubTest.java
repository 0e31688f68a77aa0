package vn.lienthong.hub.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.identity.Officer;
import vn.lienthong.identity.RunningIdentity;
import vn.lienthong.infra.BesideOthers;

/** What staff may do at a whole hub once they logged in at the provider. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@ResourceLock("identity")
class StaffAtTheHubTest {

    private static final String FAILURES = "/api/v1/failures";
    private static final String SCOPES = "openid submission.read hub.read hub.write hub.admin";

    private static final RunningIdentity IDENTITY =
            RunningIdentity.start(Map.of("LIENTHONG_ADMIN_TOKEN", Officer.ADMIN));

    private final RunningHub hub = start();

    private static RunningHub start() {
        RunningHub started = RunningHub.start(Trusting.class);
        started.bean(TokenKeys.class).refresh();
        return started;
    }

    @AfterAll
    void stop() {
        hub.close();
        IDENTITY.close();
    }

    /** The hub takes the tokens of the province's provider. */
    static class Trusting {

        @Bean
        @Primary
        TokenSettings trusting() {
            return new TokenSettings(
                    IDENTITY.issuer().toString(),
                    IDENTITY.issuer() + "/oauth2/jwks",
                    "lienthong-hub",
                    Duration.ofSeconds(30));
        }
    }

    @Test
    void opensByRoleAndDeniesBeyond() {
        HubClient viewer = with("viewer.at-hub", "VIEWER", "");
        viewer.gets(FAILURES).is(200);
        assertThat(viewer.posts("/api/v1/failures/replay", "{}").is(403).problem())
                .isEqualTo("forbidden");
        assertThat(viewer.gets("/api/v1/config").is(403).problem()).isEqualTo("forbidden");

        HubClient administrator = with("administrator.at-hub", "ADMINISTRATOR", "");
        administrator.gets("/api/v1/config").is(200);
        administrator.gets("/api/v1/keys").is(200);
    }

    @Test
    void opensNothingForPeopleOfAnAgencyThatHasEnded() {
        with("stays.at-hub", "VIEWER", "\"agency\":\"H52.14\",").gets(FAILURES).is(200);
        with("ended.at-hub", "VIEWER", "\"agency\":\"H52.11\",").gets(FAILURES).is(401);
    }

    @Test
    void showsADepartmentsUserItsOwnTrafficOnly() {
        hub.as("home-affairs").pushes("home-affairs", "{\"data\":{}}");
        HubClient own = with("own.at-hub", "DEPARTMENT_USER", "\"department\":\"home-affairs\",");
        HubClient other = with("other.at-hub", "DEPARTMENT_USER", "\"department\":\"land\",");
        assertThat(own.gets(FAILURES).is(200).json().path("failures")).isNotEmpty();
        assertThat(other.gets(FAILURES).is(200).json().path("failures")).isEmpty();
    }

    private HubClient with(String name, String role, String more) {
        String token = new Officer(IDENTITY, name)
                .ready(role, more)
                .tokens(SCOPES)
                .is(200)
                .at("access_token");
        return new HubClient("http://127.0.0.1:" + hub.port(), token);
    }
}
