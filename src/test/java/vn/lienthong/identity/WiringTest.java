package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import jakarta.jms.ConnectionFactory;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
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
import org.springframework.test.util.ReflectionTestUtils;
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
    private static final String OWN_PAGE = "/api/v1/senders/land/submissions/x";

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
    void leavesTheHubAloneWithCamelAndItsTablesWhenIdentityStartsBesideIt() throws ParseException {
        try (RunningHub hub = RunningHub.start(Trusting.class)) {
            var camel = hub.bean(CamelContext.class);
            List<String> routes =
                    camel.getRoutes().stream().map(Route::getId).sorted().toList();
            List<String> tokens;
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
                asksForASurerLogInWhereTheProcedureDemandsIt(hub, identity);
                TrialPortal machine = replacesASecretWithNoFailedPush(hub, identity);
                replacesTheSigningKeyWithNoRefusedToken(hub, identity, machine);
                tokens = replacesItAgain(hub, identity, machine);
                var anybody = new Browser();
                assertThat(anybody.asks(identity.issuer() + "/actuator/health").statusCode())
                        .isEqualTo(200);
                assertThat(anybody.asks("http://127.0.0.1:" + hub.port() + "/actuator/health")
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(hub.anonymous().gets("/actuator/health").status()).isEqualTo(200);
            fetchKeys(hub);
            for (String token : tokens) {
                assertThat(new HubClient("http://127.0.0.1:" + hub.port(), token)
                                .gets(OWN_PAGE)
                                .status())
                        .as("by a key that was announced, with nobody there who publishes it")
                        .isNotEqualTo(401);
            }
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

    private static void asksForASurerLogInWhereTheProcedureDemandsIt(RunningHub hub, RunningIdentity identity) {
        hub.bean(JdbcTemplate.class).update("update hub.dossiers set procedure_code = '1.004889' where code = ?", CODE);
        String url = "http://127.0.0.1:" + hub.port();
        String weak = Delegated.token(identity, "weak", "LoA1", "014090000001");
        var refused = new HubClient(url, weak).gets("/api/v1/dossiers/" + CODE).is(401);
        assertThat(refused.problem()).isEqualTo("insufficient-user-authentication");
        assertThat(refused.response().headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"insufficient_user_authentication\"", "acr_values=\"LoA2\"");
        new HubClient(url, weak).gets("/api/v1/dossiers/" + CODE + "/events").is(401);
        String sure = Delegated.token(identity, "sure", "LoA2", "014090000001");
        new HubClient(url, sure).gets("/api/v1/dossiers/" + CODE).is(200);
        String other = Delegated.token(identity, "weak-other", "LoA1", "038190000001");
        new HubClient(url, other).gets("/api/v1/dossiers/" + CODE).is(404);
    }

    /** A system that pushes all the time, gets its token anew for each push, and changes to the new secret when it likes. */
    private static TrialPortal replacesASecretWithNoFailedPush(RunningHub hub, RunningIdentity identity) {
        var before = new TrialPortal(identity, "demo-machine");
        var sending = new AtomicReference<>(before);
        var over = new AtomicBoolean();
        List<String> pushed = new CopyOnWriteArrayList<>();
        var sender = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                String code = "000.00.15.H52-260824-8%03d".formatted(pushed.size());
                JsonNode outcome = new HubClient(
                                "http://127.0.0.1:" + hub.port(), machines(Objects.requireNonNull(sending.get())))
                        .pushes(LandSystem.ID, LandSystem.accepted(code));
                assertThat(outcome.path("counts").path("registered").asInt())
                        .as(outcome.toString())
                        .isOne();
                pushed.add(code);
            }
        });
        goesOn(pushed);
        var second = new TrialPortal(identity, "demo-administrator");
        String administrator = second.asks(
                        "/oauth2/token", Map.of("grant_type", "client_credentials", "scope", "identity.admin"))
                .at("access_token");
        String fresh = second.posts(
                        "/api/v1/identity/clients/demo-machine/secrets", administrator, "{\"overlap\":\"PT1H\"}")
                .is(201)
                .at("secret");
        goesOn(pushed);
        sending.set(new TrialPortal(identity, "demo-machine", fresh));
        goesOn(pushed);
        identity.bean(JdbcTemplate.class)
                .update("update identity.client_secrets set expires_at = now() where expires_at is not null");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> before.asks("/oauth2/token", Map.of("grant_type", "client_credentials"))
                                .status()
                        == 401);
        goesOn(pushed);
        over.set(true);
        sender.join();
        assertThat(hub.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from hub.dossiers where code like '000.00.15.H52-260824-8___'",
                                Integer.class))
                .isEqualTo(pushed.size());
        JsonNode accounts =
                hub.as(LandSystem.ID).gets("/api/v1/accounts").is(200).json();
        assertThat(accounts.toString()).contains("\"registered\"");
        return Objects.requireNonNull(sending.get());
    }

    private static void goesOn(List<String> pushed) {
        int then = pushed.size();
        await().atMost(Duration.ofSeconds(30)).until(() -> pushed.size() >= then + 3);
    }

    private static String machines(TrialPortal machine) {
        return machine.asks(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "scope", "submission.write submission.read"))
                .is(200)
                .at("access_token");
    }

    /** Ninety-one days go by in the table, since the clock of a running process stays. */
    private static void replacesTheSigningKeyWithNoRefusedToken(
            RunningHub hub, RunningIdentity identity, TrialPortal machine) throws ParseException {
        var keys = identity.bean(JdbcTemplate.class);
        String url = "http://127.0.0.1:" + hub.port();
        String old = machines(machine);
        String oldKey = SignedJWT.parse(old).getHeader().getKeyID();
        grows(keys);
        forgetKeys(identity);
        identity.runs("keyRotation", "byAge");
        assertThat(published(identity)).hasSize(2).contains(oldKey);
        assertThat(SignedJWT.parse(machines(machine)).getHeader().getKeyID())
                .as("announced before it signs")
                .isEqualTo(oldKey);

        keys.update("update identity.signing_keys set signs_from = now() - interval '1 second' where kid <> ?", oldKey);
        forgetKeys(identity);
        String fresh = machines(machine);
        assertThat(SignedJWT.parse(fresh).getHeader().getKeyID()).isNotEqualTo(oldKey);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> new HubClient(url, fresh).gets(OWN_PAGE).status() != 401);
        assertThat(new HubClient(url, old).gets(OWN_PAGE).status())
                .as("of before")
                .isNotEqualTo(401);

        keys.update("update identity.signing_keys set leaves_at = now() - interval '1 second' where kid = ?", oldKey);
        forgetKeys(identity);
        assertThat(published(identity)).hasSize(1).doesNotContain(oldKey);
        fetchKeys(hub);
        assertThat(new HubClient(url, old).gets(OWN_PAGE).status()).isEqualTo(401);
        assertThat(new HubClient(url, fresh).gets(OWN_PAGE).status()).isNotEqualTo(401);
    }

    /** A token of each key; the hub knows the new one from its announcement alone. */
    private static List<String> replacesItAgain(RunningHub hub, RunningIdentity identity, TrialPortal machine)
            throws ParseException {
        var keys = identity.bean(JdbcTemplate.class);
        String before = machines(machine);
        String kid = SignedJWT.parse(before).getHeader().getKeyID();
        grows(keys);
        forgetKeys(identity);
        identity.runs("keyRotation", "byAge");
        fetchKeys(hub);
        keys.update(
                "update identity.signing_keys set signs_from = now() - interval '1 second' where kid <> ? and leaves_at is null",
                kid);
        forgetKeys(identity);
        String after = machines(machine);
        assertThat(SignedJWT.parse(after).getHeader().getKeyID()).isNotEqualTo(kid);
        return List.of(before, after);
    }

    private static void grows(JdbcTemplate keys) {
        keys.update("update identity.signing_keys set created_at = created_at - interval '91 days',"
                + " signs_from = signs_from - interval '91 days'");
    }

    private static void fetchKeys(RunningHub hub) {
        ReflectionTestUtils.invokeMethod(hub.context().getBean("tokenKeys"), "refresh");
    }

    private static void forgetKeys(RunningIdentity identity) {
        identity.runs("keyRing", "forget");
    }

    private static List<String> published(RunningIdentity identity) {
        List<String> kids = new ArrayList<>();
        new TrialPortal(identity, "demo-portal")
                .gets("/oauth2/jwks", "")
                .is(200)
                .json()
                .path("keys")
                .forEach(key -> kids.add(key.path("kid").asString()));
        return kids;
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
