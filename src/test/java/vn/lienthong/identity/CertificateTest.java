package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.trust.TrialCertificates;
import vn.lienthong.trust.TrialCertificates.Held;

/** Clients that prove themselves by a certificate, over the port by TLS. */
@BesideHubs
class CertificateTest {

    private static final int PORT = FreePort.next();
    private static final Instant NOW = Instant.now();
    private static final Held SERVER = TrialCertificates.own("CN=identity");
    private static final Held AUTHORITY = TrialCertificates.own("CN=Authority of the province,C=VN");
    private static final Held FOREIGN = TrialCertificates.own("CN=Authority of the province,C=VN");

    private static RunningIdentity identity;

    @BeforeAll
    static void start() {
        identity = RunningIdentity.start(Map.of(
                "LIENTHONG_ADMIN_TOKEN",
                Officer.ADMIN,
                "LIENTHONG_IDENTITY_TLS_PORT",
                PORT,
                "LIENTHONG_TLS_KEYSTORE",
                TrialCertificates.keystore(SERVER).toString(),
                "LIENTHONG_TLS_KEYSTORE_PASSWORD",
                TrialCertificates.PASSWORD,
                "LIENTHONG_TLS_CLIENT_CA",
                TrialCertificates.file(AUTHORITY.certificate()).toString()));
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @Test
    void bindsATokenToTheCertificateThatItsClientIssuedItself() throws ParseException {
        Held own = TrialCertificates.own("CN=self-made");
        registered("self-made", "{\"thumbprint\":\"%s\"}".formatted(own.thumbprint()), true);
        var answer = asks("self-made", own);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String token = json(answer).path("access_token").asString();
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getJSONObjectClaim("cnf"))
                .isEqualTo(Map.of(
                        "x5t#S256",
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(HexFormat.of().parseHex(own.thumbprint()))));
        assertThat(asks("self-made", TrialCertificates.own("CN=self-made")).statusCode())
                .as("another of the same name")
                .isEqualTo(401);
        assertThat(asks("self-made", null).statusCode()).as("none").isBetween(400, 401);
        assertThat(new TrialPortal(identity, "self-made", secret("self-made"))
                        .asks("/oauth2/token", Map.of("grant_type", "client_credentials"))
                        .status())
                .as("its secret proves nothing any more")
                .isEqualTo(401);
    }

    @Test
    void opensItsOwnApiToABoundTokenOnlyWithItsCertificate() throws Exception {
        Held own = TrialCertificates.own("CN=operating");
        registered("operating", "{\"thumbprint\":\"%s\"}".formatted(own.thumbprint()), false);
        String token = json(asks("operating", own)).path("access_token").asString();
        String path = "/api/v1/identity/conflicts";
        assertThat(gets(path, token, own)).isEqualTo(200);
        assertThat(gets(path, token, TrialCertificates.own("CN=operating"))).isEqualTo(401);
        assertThat(gets(path, token, null)).isEqualTo(401);
        assertThat(new TrialPortal(identity, "operating", "").gets(path, token).status())
                .as("at the plain port")
                .isEqualTo(401);
    }

    @Test
    void knowsACertificateByItsSubjectWhenAnAuthorityOfOursIssuedIt() {
        registered("by-subject", "{\"subject\":\"CN=land system,O=So Mau,C=VN\"}", true);
        assertThat(asks("by-subject", TrialCertificates.by(AUTHORITY, "CN=land system,O=So Mau,C=VN"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(asks("by-subject", TrialCertificates.by(AUTHORITY, "CN=other system,O=So Mau,C=VN"))
                        .statusCode())
                .as("another subject")
                .isEqualTo(401);
        assertThat(asks("by-subject", TrialCertificates.by(FOREIGN, "CN=land system,O=So Mau,C=VN"))
                        .statusCode())
                .as("a foreign authority of the same name")
                .isEqualTo(401);
        assertThat(asks("by-subject", TrialCertificates.own("CN=land system,O=So Mau,C=VN"))
                        .statusCode())
                .as("issued by itself")
                .isEqualTo(401);
    }

    @Test
    void refusesACertificateBeforeItsTimeAndAfterIt() {
        Held early = TrialCertificates.own("CN=a", NOW.plus(1, ChronoUnit.HOURS), NOW.plus(1, ChronoUnit.DAYS));
        Held late = TrialCertificates.own("CN=a", NOW.minus(2, ChronoUnit.DAYS), NOW.minus(1, ChronoUnit.HOURS));
        Held good = TrialCertificates.own("CN=a");
        registered(
                "timed",
                "{\"thumbprint\":\"%s\"},{\"thumbprint\":\"%s\"},{\"thumbprint\":\"%s\",\"from\":\"%s\"}"
                        .formatted(
                                early.thumbprint(),
                                late.thumbprint(),
                                good.thumbprint(),
                                NOW.plus(1, ChronoUnit.HOURS)),
                true);
        assertThat(asks("timed", early).statusCode()).isEqualTo(401);
        assertThat(asks("timed", late).statusCode()).isEqualTo(401);
        assertThat(asks("timed", good).statusCode()).as("not yet in its terms").isEqualTo(401);
    }

    @Test
    void replacesACertificateWithBothHoldingForAWhile() {
        Held old = TrialCertificates.own("CN=old");
        Held fresh = TrialCertificates.own("CN=fresh");
        registered(
                "replacing",
                "{\"thumbprint\":\"%s\",\"until\":\"%s\"},{\"thumbprint\":\"%s\"}"
                        .formatted(old.thumbprint(), NOW.plus(1, ChronoUnit.HOURS), fresh.thumbprint()),
                true);
        assertThat(asks("replacing", old).statusCode()).isEqualTo(200);
        assertThat(asks("replacing", fresh).statusCode()).isEqualTo(200);
        registered(
                "replaced",
                "{\"thumbprint\":\"%s\",\"until\":\"%s\"},{\"thumbprint\":\"%s\"}"
                        .formatted(old.thumbprint(), NOW.minus(1, ChronoUnit.HOURS), fresh.thumbprint()),
                true);
        assertThat(asks("replaced", old).statusCode()).isEqualTo(401);
        assertThat(asks("replaced", fresh).statusCode()).isEqualTo(200);
    }

    @Test
    void namesWhatIsWrongWithACertificate() {
        assertThat(propose("wrong", "{\"thumbprint\":\"12:34\",\"subject\":\"land\"}", true)
                        .is(422)
                        .text())
                .contains("thumbprint-or-subject", "sha-256", "distinguished-name", "remedy");
        assertThat(propose("wrong", "", true).is(422).text()).contains("no-certificate");
    }

    @Test
    void takesNoMoreByTlsThanAtThePlainPort() {
        for (String origin :
                List.of("https://127.0.0.1:" + PORT, identity.issuer().toString())) {
            assertThat(sized(origin, 12_000, 10)).as("a long header").isEqualTo(401);
            assertThat(sized(origin, 20_000, 10)).as("too long a header").isEqualTo(400);
            assertThat(sized(origin, 10, 60_000)).as("a long form").isEqualTo(401);
            assertThat(sized(origin, 10, 70_000)).as("too long a form").isEqualTo(413);
        }
    }

    private static int sized(String origin, int header, int form) {
        return send(
                        HttpRequest.newBuilder(URI.create(origin + "/oauth2/token"))
                                .header("X-Long", "x".repeat(header))
                                .header("Authorization", "Basic bm9ib2R5OndoYXRldmVy")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "grant_type=client_credentials&x=" + "x".repeat(form)))
                                .build(),
                        null)
                .statusCode();
    }

    private static HttpResponse<String> asks(String client, @Nullable Held shown) {
        return send(
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + PORT + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=" + client
                                + ("operating".equals(client) ? "&scope=identity.operate" : "")))
                        .build(),
                shown);
    }

    private static int gets(String path, String token, @Nullable Held shown) {
        return send(
                        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + PORT + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        shown)
                .statusCode();
    }

    private static HttpResponse<String> send(HttpRequest request, @Nullable Held shown) {
        try (var http = HttpClient.newBuilder()
                .sslContext(TrialCertificates.caller(SERVER, shown))
                .build()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static TrialPortal.Answer propose(String id, String certificates, boolean only) {
        return new TrialPortal(identity, "demo-console", "")
                .posts(
                        "/api/v1/identity/clients",
                        Officer.ADMIN,
                        ("{\"terms\":{\"id\":\"%s\",\"name\":{\"vi\":\"Máy\"},\"kind\":\"MACHINE\","
                                        + "\"scopes\":[\"identity.operate\"],\"certificates\":[%s],\"certificatesOnly\":%s},"
                                        + "\"reason\":\"letter 12\"}")
                                .formatted(id, certificates, only));
    }

    private static void registered(String id, String certificates, boolean only) {
        String change = propose(id, certificates, only).is(202).at("change");
        var second = new TrialPortal(identity, "demo-administrator");
        String token = second.asks(
                        "/oauth2/token", Map.of("grant_type", "client_credentials", "scope", "identity.admin"))
                .at("access_token");
        second.posts("/api/v1/identity/changes/" + change + "/approval", token, "{}")
                .is(200);
    }

    private static String secret(String id) {
        return new TrialPortal(identity, id, "")
                .posts("/api/v1/identity/clients/" + id + "/secrets", Officer.ADMIN, "{}")
                .is(201)
                .at("secret");
    }
}
