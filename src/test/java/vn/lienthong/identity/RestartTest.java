package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;

/** What outlives a process, what several nodes share, and what the loss of Redis costs. */
@BesideHubs
class RestartTest {

    private final HubHome home = RealParts.shared().freshHome();
    private final PartAddresses parts = RealParts.shared().addressesWithFreshDatabase();
    private final int port = FreePort.next();

    @Test
    void keepsEverybodyLoggedInThroughARestartAndForgetsOnlySessionsWithRedis() throws Exception {
        var browser = new Browser();
        String refresh;
        String token;
        try (RunningIdentity before = RunningIdentity.start(home, parts, port, Map.of())) {
            var portal = new TrialPortal(before, "demo-portal");
            browser.opens(before.issuer() + "/trial-login?subject=staying&acr=LoA2");
            var tokens = portal.exchanges(TrialPortal.broughtBack(browser.opens(portal.door("openid")))
                            .get("code"))
                    .is(200);
            refresh = tokens.at("refresh_token");
            token = tokens.at("access_token");
        }
        try (RunningIdentity after = RunningIdentity.start(home, parts, port, Map.of())) {
            var portal = new TrialPortal(after, "demo-portal");
            assertThat(TrialPortal.broughtBack(browser.opens(portal.door("openid"))))
                    .containsKey("code");
            portal.gets("/userinfo", token).is(200);
            var renewed = portal.asks("/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", refresh))
                    .is(200);
            assertThat(SignedJWT.parse(renewed.at("id_token")).getJWTClaimsSet().getSubject())
                    .isEqualTo("staying");

            forgetSessions(after);
            assertThat(Citizen.location(browser.opens(portal.door("openid")))).endsWith("/login");
            portal.gets("/userinfo", renewed.at("access_token")).is(200);
        }
    }

    @Test
    void letsABrowserGoOnAtAnotherNode() {
        var browser = new Browser();
        int other = FreePort.next();
        try (RunningIdentity one = RunningIdentity.start(home, parts, port, Map.of());
                RunningIdentity two = RunningIdentity.start(
                        home, parts, other, Map.of("lienthong.identity.issuer", "http://127.0.0.1:" + port))) {
            browser.opens(one.issuer() + "/trial-login?subject=wandering&acr=LoA2");
            var atTwo = new TrialPortal(two, "demo-portal");
            var back = TrialPortal.broughtBack(browser.opens(atTwo.door("openid")));
            assertThat(back).containsEntry("iss", one.issuer().toString());
            new TrialPortal(one, "demo-portal").exchanges(back.get("code")).is(200);
        }
    }

    private static void forgetSessions(RunningIdentity identity) {
        try (var redis = identity.bean(RedisConnectionFactory.class).getConnection()) {
            for (byte[] key :
                    redis.keyCommands().keys("idp:session:*".getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
                redis.keyCommands().del(key);
            }
        }
    }
}
