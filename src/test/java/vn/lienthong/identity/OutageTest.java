package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
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
    void startsWhileTheDatabaseIsAwayAndServesOnceItIsBack() throws Exception {
        PartAddresses all = RealParts.shared().addressesWithFreshDatabase();
        int port = FreePort.next();
        try (var database = new LateDatabase(all.database())) {
            var parts = new PartAddresses(database.address(), all.cache(), all.broker(), all.nationalPortal());
            var starting = CompletableFuture.supplyAsync(
                    () -> RunningIdentity.start(RealParts.shared().freshHome(), parts, port, Map.of()));
            var anybody = new Browser();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() ->
                            anybody.opens("http://127.0.0.1:" + port + "/login").statusCode() == 200);
            assertThat(anybody.asks("http://127.0.0.1:" + port + "/oauth2/jwks").statusCode())
                    .isEqualTo(500);
            assertThat(starting).isNotDone();
            database.opens();
            try (var identity = starting.get(60, TimeUnit.SECONDS)) {
                var machine = new TrialPortal(identity, "demo-machine");
                machine.asks("/oauth2/token", Map.of("grant_type", "client_credentials"))
                        .is(200);
            }
        }
    }

    @Test
    void letsGoOfWhatIsOverAfterItsTimeAndOfNothingThatIsOpen() {
        try (var identity = RunningIdentity.start()) {
            forgetsAuthorizations(identity);
            goesAfterItsTime(identity);
        }
    }

    private static void goesAfterItsTime(RunningIdentity identity) {
        var db = identity.bean(JdbcTemplate.class);
        var browser = new Browser();
        for (String subject : List.of("gone", "open")) {
            browser.opens(identity.issuer() + "/trial-login?subject=" + subject);
            var portal = new TrialPortal(identity, "demo-portal");
            var back = TrialPortal.broughtBack(browser.opens(portal.door("openid")));
            portal.exchanges(back.get("code")).is(200);
            db.update(
                    "insert into identity.oauth2_authorization_consent values ('demo-portal', ?, 'SCOPE_x')", subject);
        }
        db.update("update identity.logins set ended_at = now() where subject = 'gone'");
        db.update("insert into identity.errands (client_id, kind, event, subject, state, next_at, done_at)"
                + " select 'demo-portal', 'LOGOUT', id, subject, 'DONE', now(), now() from identity.events");
        db.update("insert into identity.errands (client_id, kind, event, subject, state, next_at)"
                + " select 'demo-machine', 'EVENT', id, subject, 'WAITING', now() + interval '9000 days'"
                + " from identity.events");
        db.update("update identity.events set planned = true");

        at(identity, 50);
        assertThat(counted(db)).isEqualTo("2 2 2 1 2");
        at(identity, 100);
        assertThat(counted(db)).as("one errand waits, so its event stays").isEqualTo("2 2 1 2 2");
        assertThat(db.queryForObject("select ended_by from identity.logins where subject = 'open'", String.class))
                .isEqualTo("age");
        db.update("update identity.errands set state = 'GIVEN_UP', done_at = now()");
        db.update("update identity.events set planned = true");
        at(identity, 800);
        at(identity, 800);
        assertThat(counted(db)).isEqualTo("1 1 0 0 1");
        at(identity, 2_000);
        assertThat(counted(db)).isEqualTo("0 0 0 0 0");
    }

    /** Of log-ins, clients they were given, errands, events, consents. */
    private static String counted(JdbcTemplate db) {
        return String.valueOf(db.queryForObject(
                "select concat_ws(' ', (select count(*) from identity.logins), (select count(*) from identity.login_clients),"
                        + " (select count(*) from identity.errands), (select count(*) from identity.events),"
                        + " (select count(*) from identity.oauth2_authorization_consent))",
                String.class));
    }

    /** What the sweep does after so many days. */
    private static void at(RunningIdentity identity, int days) {
        Object retention = identity.context().getBean("retention");
        var then = Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
        ReflectionTestUtils.setField(retention, "clock", then);
        ReflectionTestUtils.invokeMethod(retention, "purge");
    }

    private static void forgetsAuthorizations(RunningIdentity identity) {
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
