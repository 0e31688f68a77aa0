package vn.lienthong.hub.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.infra.BesideOthers;
import vn.lienthong.trust.TrialCertificates;
import vn.lienthong.trust.TrialCertificates.Held;

/** What a certificate opens at a whole hub, over the port by TLS and through a reverse proxy, and tokens bound to one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class CertificatesOnAHubTest {

    private static final String CERTIFICATES = "/api/v1/certificates";
    private static final String DOOR = "/api/v1/senders/home-affairs/submissions";
    private static final String BAD = "{\"data\":{}}";
    private static final String ADMIN = "the-token-of-this-test";
    private static final String PROXY = "127.0.0.2";
    private static final Instant NOW = Instant.now();

    private static final int PORT = freePort();
    private static final Held SERVER = TrialCertificates.own("CN=hub");
    private static final Issuer ISSUER = issuer();

    private final RunningHub hub = start();
    private final HubClient admin = new HubClient("http://127.0.0.1:" + hub.port(), ADMIN);

    private static RunningHub start() {
        RunningHub started = RunningHub.start(Trusting.class);
        started.bean(TokenKeys.class).refresh();
        return started;
    }

    @AfterAll
    void stop() {
        hub.close();
        ISSUER.close();
    }

    /** A hub with the port by TLS, a reverse proxy at another address, and an issuer of tokens. */
    static class Trusting {

        @Bean
        static BeanFactoryPostProcessor doors(ConfigurableEnvironment environment) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "doors",
                            Map.of(
                                    "LIENTHONG_TLS_PORT",
                                    PORT,
                                    "LIENTHONG_TLS_KEYSTORE",
                                    TrialCertificates.keystore(SERVER).toString(),
                                    "LIENTHONG_TLS_KEYSTORE_PASSWORD",
                                    TrialCertificates.PASSWORD,
                                    "LIENTHONG_PROXIES",
                                    PROXY,
                                    "LIENTHONG_ADMIN_TOKEN",
                                    ADMIN)));
            return factory -> {};
        }

        @Bean
        @Primary
        TokenSettings trusting() {
            return new TokenSettings(Issuer.NAME, ISSUER.jwkSetUri(), "lienthong-hub", Duration.ofSeconds(30));
        }
    }

    @Test
    void opensTheDoorOfItsOwnSenderUntilItIsRevoked() {
        Held own = registered("home-affairs", "SENDER", "");

        assertThat(pushes(own, null)).isEqualTo(202);
        assertThat(calls("POST", "/api/v1/senders/land/submissions", own, null)).isEqualTo(403);
        assertThat(calls("GET", "/api/v1/keys", own, null)).isEqualTo(403);

        deletes(own).is(204);
        assertThat(pushes(own, null)).isEqualTo(401);
        deletes(own).is(404);
        register("home-affairs", "SENDER", own, "").is(409);
        assertThat(hub.bean(JdbcTemplate.class)
                        .queryForList(
                                "select action from hub.audit where object = ? order by id",
                                String.class,
                                own.thumbprint()))
                .containsExactly("certificate-registered", "certificate-revoked");
    }

    @Test
    void opensTheFeedToTheNationalPortal() {
        Held portal = registered("national-portal", "NATIONAL_PORTAL", "");
        assertThat(calls("GET", "/api/v1/status-changes", portal, null)).isEqualTo(200);
        assertThat(pushes(portal, null)).isEqualTo(403);
    }

    @Test
    void opensNothingThatIsNotRegisteredOrNotOfThisTime() {
        Held authority = TrialCertificates.own("CN=Foreign authority");
        assertThat(pushes(TrialCertificates.by(authority, "CN=home-affairs"), null))
                .isEqualTo(401);
        assertThat(pushes(TrialCertificates.own("CN=home-affairs"), null)).isEqualTo(401);
        assertThat(pushes(null, null)).isEqualTo(401);
        assertThat(calls("GET", "/actuator/health", TrialCertificates.own("CN=anybody"), null))
                .as("open pages stay open")
                .isEqualTo(200);

        Held over = TrialCertificates.own("CN=over", NOW.minus(2, ChronoUnit.DAYS), NOW.minus(1, ChronoUnit.HOURS));
        register("home-affairs", "SENDER", over, "").is(422);
        Held early = TrialCertificates.own("CN=early", NOW.plus(1, ChronoUnit.HOURS), NOW.plus(1, ChronoUnit.DAYS));
        register("home-affairs", "SENDER", early, "").is(201);
        assertThat(pushes(early, null)).isEqualTo(401);
        Held later =
                registered("home-affairs", "SENDER", ",\"validFrom\":\"%s\"".formatted(NOW.plus(1, ChronoUnit.HOURS)));
        assertThat(pushes(later, null)).isEqualTo(401);
        register("nobody-known", "SENDER", TrialCertificates.own("CN=x"), "").is(400);
        register("home-affairs", "CITIZEN", TrialCertificates.own("CN=x"), "").is(400);
        assertThat(register("somebody", "ADMINISTRATOR", TrialCertificates.own("CN=x"), "")
                        .is(400)
                        .problem())
                .isEqualTo("systems-only");
        assertThat(admin.posts(
                                CERTIFICATES,
                                "{\"principal\":\"home-affairs\",\"role\":\"SENDER\",\"certificate\":\"none\"}")
                        .is(422)
                        .problem())
                .isEqualTo("no-certificate");
        hub.as("home-affairs").gets(CERTIFICATES).is(403);
    }

    @Test
    void replacesACertificateWithAnOverlap() {
        Held old = registered("home-affairs", "SENDER", "");
        Held next = TrialCertificates.own("CN=next");
        String rotation = "{\"certificate\":%s,\"overlap\":\"%s\"}";
        admin.posts(rotationOf(old), rotation.formatted(quoted(next.pem()), "PT1H"))
                .is(201);
        assertThat(pushes(old, null)).isEqualTo(202);
        assertThat(pushes(next, null)).isEqualTo(202);
        Held last = TrialCertificates.own("CN=last");
        admin.posts(rotationOf(next), rotation.formatted(quoted(last.pem()), "PT0S"))
                .is(201);
        assertThat(pushes(next, null)).isEqualTo(401);
        assertThat(pushes(last, null)).isEqualTo(202);
    }

    @Test
    void believesTheHeaderOfAProxyOfOursAndOfNobodyElse() {
        Held own = registered("home-affairs", "SENDER", "");
        String header = URLEncoder.encode(own.pem(), StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(pushesPlainly(PROXY, header)).isEqualTo(202);
        assertThat(pushesPlainly("127.0.0.1", header)).isEqualTo(401);
        assertThat(pushesPlainly(PROXY, "not%20a%20certificate")).isEqualTo(401);
        assertThat(pushesPlainly(PROXY, "%zz")).isEqualTo(401);
        assertThat(send(
                        request("https://127.0.0.1:" + PORT + DOOR, null)
                                .header("X-Client-Certificate", header)
                                .POST(BodyPublishers.ofString(BAD)),
                        HttpClient.newBuilder().sslContext(TrialCertificates.caller(SERVER, null))))
                .as("at the port by TLS")
                .isEqualTo(401);
    }

    @Test
    void takesABoundTokenOnlyWithItsCertificate() throws JOSEException {
        Held own = TrialCertificates.own("CN=bound");
        String token = ISSUER.signed(
                claims().claim("cnf", Map.of("x5t#S256", vn.lienthong.trust.Thumbprint.inTokens(own.certificate())))
                        .build());
        assertThat(pushes(own, token)).isEqualTo(202);
        assertThat(pushes(TrialCertificates.own("CN=bound"), token)).isEqualTo(401);
        assertThat(pushes(null, token)).isEqualTo(401);
        new HubClient(admin.url(), token).posts(DOOR, BAD).is(401);
        Held registered = registered("home-affairs", "SENDER", "");
        assertThat(pushes(registered, token))
                .as("a stolen token beside a certificate of one's own")
                .isEqualTo(401);
        assertThat(pushes(null, ISSUER.signed(claims().build()))).isEqualTo(202);
    }

    private static JWTClaimsSet.Builder claims() {
        return Issuer.claims(Instant.now())
                .claim("principal", "home-affairs")
                .claim("role", "SENDER")
                .claim("scope", "submission.write");
    }

    private Held registered(String principal, String role, String more) {
        Held own = TrialCertificates.own("CN=" + principal);
        register(principal, role, own, more).is(201);
        return own;
    }

    private HubClient.Answer register(String principal, String role, Held held, String more) {
        return admin.posts(
                CERTIFICATES,
                "{\"principal\":\"%s\",\"role\":\"%s\",\"certificate\":%s%s}"
                        .formatted(principal, role, quoted(held.pem()), more));
    }

    private HubClient.Answer deletes(Held held) {
        return admin.deletes(CERTIFICATES + "/" + held.thumbprint());
    }

    private static String rotationOf(Held held) {
        return CERTIFICATES + "/" + held.thumbprint() + "/rotation";
    }

    private static String quoted(String text) {
        JsonNode node = JsonMapper.shared().valueToTree(text);
        return node.toString();
    }

    private int pushes(@Nullable Held shown, @Nullable String token) {
        return calls("POST", DOOR, shown, token);
    }

    private int calls(String method, String path, @Nullable Held shown, @Nullable String token) {
        return send(
                request("https://127.0.0.1:" + PORT + path, token)
                        .method(method, "GET".equals(method) ? BodyPublishers.noBody() : BodyPublishers.ofString(BAD)),
                HttpClient.newBuilder().sslContext(TrialCertificates.caller(SERVER, shown)));
    }

    private int pushesPlainly(String from, String header) {
        try {
            return send(
                    request(admin.url() + DOOR, null)
                            .header("X-Client-Certificate", header)
                            .POST(BodyPublishers.ofString(BAD)),
                    HttpClient.newBuilder().localAddress(InetAddress.getByName(from)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest.Builder request(String address, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private static int send(HttpRequest.Builder request, HttpClient.Builder how) {
        try (HttpClient http = how.version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request.build(), BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Issuer issuer() {
        try {
            return new Issuer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
