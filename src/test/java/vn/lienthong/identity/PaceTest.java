package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.PartAddresses.Cache;
import vn.lienthong.infra.RealParts;

/** How often clients and browsers may call, and what a flood of denials leaves in the audit. */
@BesideHubs
class PaceTest {

    private static final String PACE = "lienthong.identity.pace.";
    private static final Map<String, Object> NARROW = Map.of(
            PACE + "per-client",
            5,
            PACE + "per-address",
            8,
            PACE + "failures",
            20,
            PACE + "denials",
            6,
            "LIENTHONG_ADMIN_TOKEN",
            Officer.ADMIN,
            "LIENTHONG_PROXIES",
            "10.9.9.9, 127.0.0.1");

    private static RunningIdentity identity;

    @BeforeAll
    static void start() {
        identity = RunningIdentity.start(NARROW);
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @BeforeEach
    void forgetCounts() {
        var redis = new StringRedisTemplate(identity.bean(RedisConnectionFactory.class));
        Set<String> counted = redis.keys("idp:pace:*");
        redis.delete(counted);
    }

    @Test
    void tellsAClientThatCallsTooOftenWhenToComeBackAndLeavesTheOthersAlone() {
        var administrator = new TrialPortal(identity, "demo-administrator");
        for (int call = 0; call < 5; call++) {
            assertThat(asks("demo-administrator", secret("demo-administrator"), "192.0.2.1")
                            .statusCode())
                    .isEqualTo(200);
        }
        var last = asks("demo-administrator", secret("demo-administrator"), "192.0.2.1");
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 61L);
        assertThat(last.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(last.body())
                .contains("\"error\":\"temporarily_unavailable\"")
                .doesNotContain("access_token");
        administrator.asks("/oauth2/introspect", Map.of("token", "any")).is(429);
        administrator.asks("/oauth2/revoke", Map.of("token", "any")).is(429);
        for (int call = 0; call < 12; call++) {
            assertThat(asks("demo-machine", secret("demo-machine"), "192.0.2.1").statusCode())
                    .as("by its own figure")
                    .isEqualTo(200);
        }
        assertThat(denials("too-many-calls")).isPositive();
    }

    @Test
    void countsOverAllNodes() {
        var redis = new StringRedisTemplate(identity.bean(RedisConnectionFactory.class));
        redis.opsForValue().set("idp:pace:client:demo-portal", "5");
        assertThat(new TrialPortal(identity, "demo-portal")
                        .asks("/oauth2/introspect", Map.of("token", "any"))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void usesUpNobodysCallsWithAWrongSecret() {
        for (int call = 0; call < 10; call++) {
            assertThat(asks("demo-portal", "wrong", "192.0.2.2").statusCode()).isEqualTo(401);
        }
        assertThat(introspects("demo-portal", "192.0.2.3").statusCode()).isEqualTo(200);
    }

    @Test
    void shutsOutAnAddressThatOnlyFailsAndSumsItsDenials() {
        int before = denials("refused");
        for (int call = 0; call < 21; call++) {
            asks("demo-machine", "wrong", "192.0.2.4");
        }
        HttpResponse<String> shut = asks("demo-machine", secret("demo-machine"), "192.0.2.4");
        assertThat(shut.statusCode()).isEqualTo(429);
        assertThat(asks("demo-machine", secret("demo-machine"), "192.0.2.5").statusCode())
                .isEqualTo(200);
        assertThat(denials("refused") - before).isBetween(6, 8);

        identity.runs("denials", "sum");
        String summed = identity.bean(JdbcTemplate.class)
                .queryForObject(
                        "select details::text from identity.audit where action = 'refused-many' order by id desc limit 1",
                        String.class);
        assertThat(summed).contains("\"refused invalid_client").doesNotContain("wrong", "192.0.2.4");
        int lines = denials("refused-many");
        identity.runs("denials", "sum");
        assertThat(denials("refused-many")).as("nothing new").isEqualTo(lines);
    }

    @Test
    void showsABrowserThatAsksTooOftenAPageAndBelievesOnlyProxiesOfOurs() {
        for (int page = 0; page < 8; page++) {
            assertThat(opens("/login", "192.0.2.6").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> over = opens("/login", "192.0.2.6");
        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.body()).contains("Hãy thử lại sau một phút", "role=\"alert\"");
        assertThat(over.headers().firstValue("Retry-After")).isPresent();
        assertThat(opens("/login", "198.51.100.1, 192.0.2.6").statusCode())
                .as("what the browser itself said of its address counts for nothing")
                .isEqualTo(429);
        var two = HttpRequest.newBuilder(URI.create(identity.issuer() + "/login"))
                .header("Accept", "text/html")
                .header("X-Forwarded-For", "198.51.100.2")
                .header("X-Forwarded-For", "192.0.2.6");
        assertThat(new Browser().send(two.build()).statusCode())
                .as("in a line of its own")
                .isEqualTo(429);
        assertThat(opens("/login", "192.0.2.7").statusCode()).isEqualTo(200);
    }

    @Test
    void writesNoMoreThanItsShareOfRefusalsThatAnybodyCanCause() {
        int before = denials("refused");
        for (int call = 0; call < 15; call++) {
            opens("/cas/serviceValidate?service=https://nobody.example&ticket=ST-1", "192.0.2.8");
        }
        assertThat(denials("refused") - before).isBetween(6, 8);
    }

    @Test
    void takesOneNetworkOfIpv6ForOneAddress() {
        for (int page = 0; page < 9; page++) {
            opens("/login", "2001:db8:1:2:0:0:0:" + page);
        }
        assertThat(opens("/login", "2001:db8:1:2:0:0:0:99").statusCode()).isEqualTo(429);
        assertThat(opens("/login", "2001:db8:1:2::99").statusCode())
                .as("the same in short")
                .isEqualTo(429);
        assertThat(opens("/login", "2001:db8:1:3::99").statusCode()).isEqualTo(200);
        assertThat(opens("/login", "2001:db8:1:3:0:0:0:99").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAFigureThatLimitsToNothing() {
        var answer = new TrialPortal(identity, "demo-console", "")
                .posts(
                        "/api/v1/identity/clients",
                        Officer.ADMIN,
                        "{\"terms\":{\"id\":\"never\",\"name\":{\"vi\":\"Máy\"},\"kind\":\"MACHINE\",\"scopes\":[\"a\"],"
                                + "\"callsPerMinute\":0},\"reason\":\"asked for in letter 12\"}");
        assertThat(answer.is(422).text()).contains("callsPerMinute", "too-small", "remedy");
    }

    @Test
    void limitsByItselfWhileRedisIsAway() {
        PartAddresses all = RealParts.shared().addressesWithFreshDatabase();
        var nobody = new Cache("127.0.0.1", FreePort.next(), "x", false);
        var parts = new PartAddresses(all.database(), nobody, all.broker(), all.nationalPortal());
        try (var alone = RunningIdentity.start(RealParts.shared().freshHome(), parts, FreePort.next(), NARROW)) {
            var portal = new TrialPortal(alone, "demo-portal");
            for (int call = 0; call < 5; call++) {
                portal.asks("/oauth2/introspect", Map.of("token", "any")).is(200);
            }
            portal.asks("/oauth2/introspect", Map.of("token", "any")).is(429);
        }
    }

    private static HttpResponse<String> asks(String client, String secret, String from) {
        return posts("/oauth2/token", client, secret, from, "grant_type=client_credentials");
    }

    private static HttpResponse<String> introspects(String client, String from) {
        return posts("/oauth2/introspect", client, secret(client), from, "token=any");
    }

    private static HttpResponse<String> posts(String path, String client, String secret, String from, String form) {
        String basic = java.util.Base64.getEncoder().encodeToString((client + ":" + secret).getBytes());
        return new Browser()
                .send(HttpRequest.newBuilder(URI.create(identity.issuer() + path))
                        .header("Authorization", "Basic " + basic)
                        .header("X-Forwarded-For", from)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
    }

    private static HttpResponse<String> opens(String path, String from) {
        return new Browser()
                .send(HttpRequest.newBuilder(URI.create(identity.issuer() + path))
                        .header("Accept", "text/html")
                        .header("X-Forwarded-For", from)
                        .build());
    }

    private static String secret(String client) {
        try {
            return java.nio.file.Files.readString(identity.secret(client)).strip();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int denials(String action) {
        List<Integer> rows = identity.bean(JdbcTemplate.class)
                .queryForList("select 1 from identity.audit where action = ?", Integer.class, action);
        return rows.size();
    }
}
