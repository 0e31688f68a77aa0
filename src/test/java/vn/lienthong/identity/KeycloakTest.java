package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.RealParts;
import vn.lienthong.infra.Settings;

/**
 * Keycloak, once above us, as VNeID is one, and once below us, as a portal that lets people in by our provider.
 * {@code scripts/interop} fetches it and runs this.
 */
@Tag("interop")
class KeycloakTest {

    private static final String ID = "038190000001";
    private static final String PASSWORD = "mat-khau-thu";
    private static final String SECRET = "the-secret-of-lienthong";
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static RunningIdentity identity;
    private static KeycloakProcess keycloak;

    @BeforeAll
    static void start() throws IOException {
        int ours = FreePort.next();
        int theirs = FreePort.next();
        String above = "http://127.0.0.1:" + theirs + "/realms/citizen";
        HubHome home = home(above);
        identity = RunningIdentity.start(
                home,
                RealParts.shared().addressesWithFreshDatabase(),
                ours,
                Map.of("LIENTHONG_UPSTREAM_KEYCLOAK_ID", "lienthong", "LIENTHONG_UPSTREAM_KEYCLOAK_SECRET", SECRET));
        keycloak = new KeycloakProcess(theirs, realm(), Path.of("target", "interop", "keycloak.log"));
        keycloak.awaitReady();
    }

    @AfterAll
    static void stop() {
        keycloak.close();
        identity.close();
    }

    @Test
    void letsACitizenInWhoLoggedInAboveAtKeycloak() throws Exception {
        var browser = new Browser();
        var portal = new TrialPortal(identity, "demo-portal");
        browser.opens(portal.door("openid"));

        var page = browser.opens(location(browser.opens(identity.issuer() + "/oauth2/authorization/keycloak")));
        assertThat(page.statusCode()).isEqualTo(200);
        var back = browser.submits(action(page), Map.of("username", ID, "password", PASSWORD));
        assertThat(location(back)).startsWith(identity.issuer() + "/login/oauth2/code/keycloak");
        var done = followed(browser, browser.opens(location(back)));

        var tokens = portal.exchanges(TrialPortal.broughtBack(done).get("code")).is(200);
        JWTClaimsSet said = SignedJWT.parse(tokens.at("id_token")).getJWTClaimsSet();
        assertThat(said.getSubject()).hasSizeGreaterThan(20);
        assertThat(said.toString()).doesNotContain(ID);
        assertThat(identity.bean(JdbcTemplate.class)
                        .queryForList(
                                "select a.issuer from identity.accounts a"
                                        + " join identity.account_links l on l.account = a.id where l.subject = ?",
                                String.class,
                                said.getSubject()))
                .containsExactly(keycloak.realm().toString());
    }

    @Test
    void letsAPortalMadeOfKeycloakLogPeopleInByUs() throws Exception {
        var browser = new Browser();
        browser.opens(identity.issuer() + "/trial-login?subject=below-1&acr=LoA2");
        var door = URI.create(keycloak.realm() + "/protocol/openid-connect/auth?"
                + Browser.encoded(Map.of(
                        "client_id", "portal",
                        "response_type", "code",
                        "scope", "openid",
                        "redirect_uri", TrialPortal.CALLBACK,
                        "kc_idp_hint", "lienthong")));

        HttpResponse<String> now = browser.opens(door);
        for (int step = 0; step < 12 && !location(now).startsWith(TrialPortal.CALLBACK); step++) {
            now = now.statusCode() / 100 == 3
                    ? browser.opens(now.uri().resolve(location(now)))
                    : reviewed(browser, now);
        }
        String code = TrialPortal.parameters(location(now)).get("code");
        var form = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "portal",
                "redirect_uri",
                TrialPortal.CALLBACK,
                "code",
                String.valueOf(code)));
        var tokens = browser.submits(keycloak.realm() + "/protocol/openid-connect/token", form);

        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        assertThat(tokens.body()).contains("id_token");
        assertThat(identity.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from identity.login_clients where client_id = 'keycloak-rp'",
                                Long.class))
                .isOne();
    }

    /** Keycloak asks whoever comes the first time for what it keeps itself. */
    private static HttpResponse<String> reviewed(Browser browser, HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return browser.submits(
                action(page),
                Map.of(
                        "username", "below-1",
                        "email", "below-1@example.test",
                        "firstName", "Thử",
                        "lastName", "Trần"));
    }

    private static HttpResponse<String> followed(Browser browser, HttpResponse<String> answer) {
        HttpResponse<String> now = answer;
        while (now.statusCode() / 100 == 3 && !location(now).startsWith(TrialPortal.CALLBACK)) {
            now = browser.opens(now.uri().resolve(location(now)));
        }
        return now;
    }

    private static String action(HttpResponse<String> page) {
        Matcher form = ACTION.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        return form.group(1).replace("&amp;", "&");
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** The working copy's clients, Keycloak as one more, and Keycloak as the only provider above. */
    private static HubHome home(String above) throws IOException {
        Path clients = Files.createDirectories(folder.resolve("config/demo/identity/clients"));
        try (var files = Files.list(Path.of("config/demo/identity/clients"))) {
            for (Path file : files.toList()) {
                Files.copy(file, clients.resolve(file.getFileName()));
            }
        }
        Path rules = Files.createDirectories(folder.resolve("config/identity"));
        Files.copy(Path.of("config/identity/staff.yaml"), rules.resolve("staff.yaml"));
        Files.copy(Path.of("config/identity/assurance.yaml"), rules.resolve("assurance.yaml"));
        Files.writeString(clients.resolve("keycloak-rp.yaml"), """
                id: keycloak-rp
                name: { vi: "Cổng dựng bằng Keycloak" }
                kind: PORTAL
                redirects: ["%s/broker/lienthong/endpoint"]
                scopes: [openid]
                """.formatted(above));
        Files.writeString(folder.resolve("config/demo/identity/upstreams.yaml"), """
                upstreams:
                  - id: keycloak
                    name: { vi: "Keycloak", en: "Keycloak" }
                    issuer: "%1$s"
                    authorize: "%1$s/protocol/openid-connect/auth"
                    token: "%1$s/protocol/openid-connect/token"
                    userInfo: "%1$s/protocol/openid-connect/userinfo"
                    keys: "%1$s/protocol/openid-connect/certs"
                    level: LoA1
                    claims: { personalId: preferred_username, name: name }
                """.formatted(above));
        return HubHome.of(Settings.of(Map.of(
                "LIENTHONG_HOME", folder.toString(),
                "LIENTHONG_DATA", folder.resolve("data").toString())));
    }

    private static String realm() throws IOException {
        String issuer = identity.issuer().toString();
        return """
                {"realm":"citizen","enabled":true,"sslRequired":"none",
                 "users":[{"username":"%s","enabled":true,"email":"an@example.test","emailVerified":true,
                   "firstName":"An","lastName":"Trần",
                   "credentials":[{"type":"password","value":"%s","temporary":false}]}],
                 "clients":[
                  {"clientId":"lienthong","secret":"%s","publicClient":false,"standardFlowEnabled":true,
                   "redirectUris":["%s/login/oauth2/code/keycloak"]},
                  {"clientId":"portal","publicClient":true,"standardFlowEnabled":true,"redirectUris":["%s"]}],
                 "identityProviders":[{"alias":"lienthong","providerId":"oidc","enabled":true,"config":{
                   "issuer":"%7$s","authorizationUrl":"%7$s/oauth2/authorize","tokenUrl":"%7$s/oauth2/token",
                   "jwksUrl":"%7$s/oauth2/jwks","userInfoUrl":"%7$s/userinfo","useJwksUrl":"true",
                   "validateSignature":"true","clientId":"keycloak-rp","clientSecret":"%6$s",
                   "clientAuthMethod":"client_secret_basic","defaultScope":"openid",
                   "pkceEnabled":"true","pkceMethod":"S256"}}]}
                """.formatted(
                        ID,
                        PASSWORD,
                        SECRET,
                        issuer,
                        TrialPortal.CALLBACK,
                        Files.readString(identity.secret("keycloak-rp")).strip(),
                        issuer);
    }
}
