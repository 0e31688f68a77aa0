package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.PartAddresses.Cache;
import vn.lienthong.infra.RealParts;

/** What still works while a part is away, and what is forgotten in time. */
@BesideHubs
class OutageTest {

    @Test
    void givesTokensToMachinesWhileRedisIsAwayAndTellsPeopleToTryAgain() {
        PartAddresses all = RealParts.shared().addressesWithFreshDatabase();
        var nobody = new Cache("127.0.0.1", FreePort.next(), "x", false);
        var parts = new PartAddresses(all.database(), nobody, all.broker(), all.nationalPortal());
        try (var identity = RunningIdentity.start(RealParts.shared().freshHome(), parts, FreePort.next(), Map.of())) {
            var machine = new TrialPortal(identity, "demo-machine");
            machine.asks("/oauth2/token", Map.of("grant_type", "client_credentials"))
                    .is(200);
            machine.gets("/oauth2/jwks", "").is(200);
            var browser = new Browser();
            assertThat(browser.opens(identity.issuer() + "/login").statusCode()).isEqualTo(200);
            var page = browser.opens(new TrialPortal(identity, "demo-portal").door("openid"));
            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body()).contains("Hãy thử lại sau ít phút").doesNotContain("Redis", "Exception");
        }
    }

    @Test
    void forgetsAuthorizationsADayAfterTheyAreOver() {
        try (var identity = RunningIdentity.start()) {
            var machine = new TrialPortal(identity, "demo-machine");
            machine.asks("/oauth2/token", Map.of("grant_type", "client_credentials"))
                    .is(200);
            machine.asks("/oauth2/token", Map.of("grant_type", "client_credentials"))
                    .is(200);
            var db = identity.bean(JdbcTemplate.class);
            db.update("update identity.oauth2_authorization set begun_at = now() - interval '2 days',"
                    + " access_token_expires_at = now() - interval '25 hours'"
                    + " where id = (select min(id) from identity.oauth2_authorization)");
            identity.runs("housekeeping", "forget");
            assertThat(db.queryForList("select id from identity.oauth2_authorization"))
                    .hasSize(1);
        }
    }
}
