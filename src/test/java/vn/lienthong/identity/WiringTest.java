package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.infra.BesideOthers;

/** Hub and identity in one process, as standalone mode runs them. */
@BesideOthers
@ResourceLock(BesideHubs.ONE_IDENTITY)
class WiringTest {

    private static final int PORT = FreePort.next();
    private static final String CODE = "000.00.15.H52-260824-7901";

    /** The hub takes the tokens of the identity beside it, as both processes are wired. */
    static class Trusting {

        @Bean
        static BeanFactoryPostProcessor issuer(ConfigurableEnvironment environment) {
            String issuer = "http://127.0.0.1:" + PORT;
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "issuer",
                            Map.of(
                                    "lienthong.access.tokens.issuer",
                                    issuer,
                                    "lienthong.access.tokens.jwk-set-uri",
                                    issuer + "/oauth2/jwks")));
            return factory -> {};
        }
    }

    @Test
    void leavesTheHubAloneWithCamelAndItsTablesWhenIdentityStartsBesideIt() {
        try (RunningHub hub = RunningHub.start(Trusting.class)) {
            var camel = hub.bean(CamelContext.class);
            List<String> routes =
                    camel.getRoutes().stream().map(Route::getId).sorted().toList();
            try (RunningIdentity identity = RunningIdentity.beside(hub, PORT)) {
                assertThat(hub.context().getBeansOfType(CamelContext.class)).hasSize(1);
                assertThat(identity.context().getBeansOfType(CamelContext.class))
                        .isEmpty();
                assertThat(identity.context().getBeansOfType(ConnectionFactory.class))
                        .isEmpty();
                assertThat(camel.getRoutes().stream().map(Route::getId).sorted().toList())
                        .containsAll(routes)
                        .doesNotHaveDuplicates()
                        .hasSizeGreaterThan(20);
                assertThat(identity.bean(DataSource.class)).isNotSameAs(hub.bean(DataSource.class));
                assertThat(identity.bean(JdbcTemplate.class).queryForObject("select current_schema()", String.class))
                        .isEqualTo("identity");
                assertThat(hub.bean(JdbcTemplate.class).queryForObject("select current_schema()", String.class))
                        .isEqualTo("hub");
                pushesWithATokenInsteadOfAKey(hub, identity);
                readsACitizensOwnDossiersOnTheirBehalf(hub, identity);
                var anybody = new Browser();
                assertThat(anybody.asks(identity.issuer() + "/actuator/health").statusCode())
                        .isEqualTo(200);
                assertThat(anybody.asks("http://127.0.0.1:" + hub.port() + "/actuator/health")
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(hub.anonymous().gets("/actuator/health").status()).isEqualTo(200);
        }
    }

    /** The dossier was filed in the name of 014090000001. */
    private static void readsACitizensOwnDossiersOnTheirBehalf(RunningHub hub, RunningIdentity identity) {
        var theirs = new HubClient("http://127.0.0.1:" + hub.port(), exchanged(identity, "owner", "014090000001"));
        assertThat(theirs.gets("/api/v1/dossiers/" + CODE).is(200).text())
                .contains(CODE)
                .doesNotContain("014090000001");
        theirs.gets("/api/v1/dossiers/" + CODE + "/events").is(200);
        theirs.gets("/api/v1/dossiers/" + CODE + "?reveal=true&reason=because").is(403);
        theirs.gets("/api/v1/dossiers/none").is(404);
        for (String other : List.of(
                "/api/v1/tracking/" + CODE,
                "/api/v1/dossiers/" + CODE + "/slips",
                "/api/v1/dossiers/" + CODE + "/timeline",
                "/api/v1/submissions",
                "/api/v1/catalog/procedures",
                "/api/v1/keys")) {
            assertThat(theirs.gets(other).status()).as(other).isEqualTo(403);
        }

        var others = new HubClient("http://127.0.0.1:" + hub.port(), exchanged(identity, "other", "038190000001"));
        String foreign = others.gets("/api/v1/dossiers/" + CODE).is(404).text();
        assertThat(withoutCorrelation(foreign).replace(CODE, "none"))
                .isEqualTo(withoutCorrelation(
                        others.gets("/api/v1/dossiers/none").is(404).text()));

        assertThat(hub.bean(JdbcTemplate.class)
                        .queryForList(
                                "select actor || ' ' || role || ' ' || (details ->> 'for') from hub.audit"
                                        + " where action = 'dossier.read-for-citizen' and object = ?",
                                String.class,
                                CODE))
                .hasSize(3)
                .containsOnly("demo-portal CITIZEN owner");
    }

    private static String withoutCorrelation(String problem) {
        return problem.replaceAll("\"correlationId\":\"[^\"]+\"", "");
    }

    /** What the portal gets for the citizen's token, so that it may read for the citizen. */
    private static String exchanged(RunningIdentity identity, String subject, String personalId) {
        return Delegated.token(identity, subject, "LoA2", personalId);
    }

    private static void pushesWithATokenInsteadOfAKey(RunningHub hub, RunningIdentity identity) {
        String token = new TrialPortal(identity, "demo-machine")
                .asks(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "scope", "submission.write submission.read"))
                .is(200)
                .at("access_token");
        var land = new HubClient("http://127.0.0.1:" + hub.port(), token);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> land.gets("/api/v1/senders/land/submissions/x").status() != 401);
        JsonNode outcome = land.pushes(LandSystem.ID, LandSystem.accepted(CODE));
        assertThat(outcome.path("counts").path("registered").asInt())
                .as(outcome.toString())
                .isOne();
    }
}
