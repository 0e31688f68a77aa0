package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apereo.cas.client.session.SingleSignOutHandler;
import org.apereo.cas.client.validation.Assertion;
import org.apereo.cas.client.validation.Cas20ServiceTicketValidator;
import org.apereo.cas.client.validation.Cas30ServiceTicketValidator;
import org.apereo.cas.client.validation.TicketValidationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.standin.StandIn;

/** Portals that speak no OpenID Connect: tickets as the client library of CAS understands them, and a proxy's header. */
@BesideHubs
class LegacyTest {

    private static final String API = "/api/v1/identity";
    private static final String TOKEN = "the-administrators-token";
    private static final String OLD = "http://127.0.0.1:8096/cas";
    private static final String BRIEF = "http://127.0.0.1:8096/brief";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static StandIn standIn;
    private static RunningIdentity identity;
    private static ListeningPortal ears;
    private static TrialProxy proxy;
    private static TrialPortal administrator;

    @BeforeAll
    static void start() throws IOException {
        standIn = RunningIdentity.standIn();
        identity = RunningIdentity.with(standIn, Map.of("LIENTHONG_ADMIN_TOKEN", TOKEN));
        administrator = new TrialPortal(identity, "demo-portal");
        ears = new ListeningPortal();
        proxy = new TrialProxy(identity.issuer());
        registered("brief-cas", "CAS", BRIEF, ",\"ticket\":\"PT1S\"", "");
        registered("leaving-cas", "CAS", ears.address(), "", "\"backchannelLogout\":\"" + ears.address() + "\",");
        proxy.shows("proxied", registered("proxied", "HEADER", proxy.address() + TrialProxy.IN, "", ""));
    }

    @AfterAll
    static void stop() {
        proxy.close();
        ears.close();
        identity.close();
        standIn.close();
    }

    @Test
    void aCitizenWhoAgreesIsKnownToAPortalByTheLibraryOfCas() throws Exception {
        var citizen = new Citizen(identity);
        HttpResponse<String> page = citizen.goesTo(door(OLD), Citizen.DVCQG, "an");
        assertThat(page.body()).contains("Cổng cũ thử (vé)", "Số định danh cá nhân");
        assertThat(citizen.browser
                        .submits(identity.issuer() + "/cas/consent", Map.of("state", OLD, "scope", "profile"))
                        .statusCode())
                .isEqualTo(403);

        Assertion told = cas30().validate(ticket(agrees(citizen, page, "profile")), OLD);

        assertThat(told.getPrincipal().getAttributes())
                .containsKeys("name", "birthdate", "sid", "authenticationDate")
                .doesNotContainKeys("personal_id", "email");
        String subject = told.getPrincipal().getName();
        HttpResponse<String> again = citizen.browser.opens(door(OLD));
        assertThat(again.body()).contains("Số định danh cá nhân");
        told = cas30().validate(ticket(agrees(citizen, again, "personal_id")), OLD);
        assertThat(told.getPrincipal().getAttributes())
                .containsKey("personal_id")
                .doesNotContainKey("name");
        HttpResponse<String> last = citizen.browser.opens(door(OLD));
        told = cas30().validate(ticket(agrees(citizen, last, "profile", "personal_id")), OLD);
        assertThat(told.getPrincipal().getAttributes()).containsKeys("name", "personal_id");

        var plain = new Cas20ServiceTicketValidator(cas()).validate(ticket(citizen.browser.opens(door(OLD))), OLD);
        assertThat(plain.getPrincipal().getName()).isEqualTo(subject);
        assertThat(plain.getPrincipal().getAttributes()).isEmpty();
        var json = administrator.gets(
                "/cas/p3/serviceValidate?format=JSON&service=" + encoded(OLD) + "&ticket="
                        + ticket(citizen.browser.opens(door(OLD))),
                "");
        assertThat(json.json().at("/serviceResponse/authenticationSuccess/user").asString())
                .isEqualTo(subject);
        assertThat(identity.bean(Journal.class).verify().intact()).isTrue();
        assertThat(db().queryForList("select details::text from identity.audit", String.class)
                        .toString())
                .doesNotContain("ST-", "038190000001");
    }

    @Test
    void whoAgreesToNothingGetsNoTicket() {
        var citizen = new Citizen(identity);
        HttpResponse<String> page = citizen.goesTo(door(OLD), Citizen.DVCQG, "binh");
        HttpResponse<String> refused = agrees(citizen, page);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("không đồng ý");
    }

    @Test
    void aTicketIsGoodOnceForItsServiceWhileItsLogInHolds() {
        var browser = loggedIn("one-" + UUID.randomUUID());
        String ticket = ticket(browser.opens(door(BRIEF)));
        assertThat(asked(BRIEF, ticket)).contains("<cas:user>one-");
        assertThat(asked(BRIEF, ticket)).contains("INVALID_TICKET");
        assertThatThrownBy(() -> cas30().validate(ticket, BRIEF)).isInstanceOf(TicketValidationException.class);

        String elsewhere = ticket(browser.opens(door(BRIEF)));
        assertThat(asked(OLD, elsewhere)).contains("INVALID_SERVICE");
        assertThat(asked(BRIEF, elsewhere)).contains("INVALID_TICKET");

        String late = ticket(browser.opens(door(BRIEF)));
        await().pollDelay(Duration.ofMillis(1_200)).atMost(SOON).until(() -> true);
        assertThat(asked(BRIEF, late)).contains("INVALID_TICKET");

        String ended = ticket(browser.opens(door(BRIEF)));
        db().update("update identity.logins set ended_at = now() where subject like 'one-%'");
        assertThat(asked(BRIEF, ended)).contains("INVALID_TICKET");
        assertThat(asked(BRIEF, "")).contains("INVALID_REQUEST");
        assertThat(asked("", "ST-1")).contains("INVALID_REQUEST");
        assertThat(asked(BRIEF, "ST-<x>")).contains("INVALID_TICKET").doesNotContain("<x>");
        assertThat(asked(BRIEF, "PS-" + "a".repeat(43))).contains("INVALID_TICKET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/cas",
                "http://127.0.0.1:8096/cas/",
                "http://127.0.0.1:8096/cas#x",
                "http://127.0.0.1:8096/cas?next=https://elsewhere.example",
                "http://127.0.0.1:8096@elsewhere.example/cas",
                "javascript:alert(1)",
                ""
            })
    void takesNobodyToAServiceThatIsNotNamed(String service) {
        for (String gateway : new String[] {"", "&gateway=true"}) {
            var answer = loggedIn("stray").opens(cas() + "/login?service=" + encoded(service) + gateway);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://old.tinh.example/cas#part",
                "https://somebody@old.tinh.example/cas",
                "http://old.tinh.example/cas",
                "https://*.tinh.example/cas"
            })
    void refusesTermsWhoseServiceIsNoExactAddress(String service) {
        assertThat(administrator
                        .posts(API + "/clients", TOKEN, terms("bad-cas", "CAS", service, "", ""))
                        .is(422)
                        .text())
                .contains("legacy.services", "exact-https-address");
    }

    @Test
    void isNoClientOfTheProtocolAndAProxysTicketNoneOfCas() {
        var stranger = new TrialPortal(identity, "brief-cas", "nothing");
        stranger.asks("/oauth2/token", Map.of("grant_type", "client_credentials"))
                .is(401);
        String service = proxy.address() + TrialProxy.IN;
        String ticket = ticket(loggedIn("crossing").opens(door(service)));
        assertThat(asked(service, ticket)).contains("INVALID_SERVICE");
    }

    @Test
    void logsInAnewWhereThePortalWantsThatAndLeavesAloneWhereItDoesNot() {
        var stranger = new Browser();
        assertThat(location(stranger.opens(door(BRIEF) + "&gateway=true"))).isEqualTo(BRIEF);
        var browser = loggedIn("anew");
        var renewing = URI.create(door(BRIEF) + "&renew=true");
        assertThat(location(browser.opens(renewing))).endsWith("/login");
        assertThat(location(browser.opens(renewing))).endsWith("/login");
        browser.opens(identity.issuer() + "/trial-login?subject=anew");
        String ticket = ticket(browser.opens(renewing));
        assertThat(asked(BRIEF, ticket + "&renew=true")).contains("<cas:user>anew");
        assertThat(asked(BRIEF, ticket(browser.opens(door(BRIEF))) + "&renew=true"))
                .contains("INVALID_TICKET");
    }

    @Test
    void takesAFirstLogInForNewAndAnOldOneForNoneWhateverPortalWantedIt() {
        var stranger = new Browser();
        var renewing = URI.create(door(BRIEF) + "&renew=true");
        assertThat(location(stranger.opens(renewing))).endsWith("/login");
        stranger.opens(identity.issuer() + "/trial-login?subject=first");
        assertThat(location(stranger.opens(URI.create(door(ears.address()) + "&renew=true"))))
                .as("it was for another portal")
                .endsWith("/login");
        var another = new Browser();
        another.opens(renewing);
        another.opens(identity.issuer() + "/trial-login?subject=second");
        assertThat(asked(BRIEF, ticket(another.opens(renewing)) + "&renew=true"))
                .contains("<cas:user>second");
        assertThat(location(another.opens(renewing))).as("once").endsWith("/login");

        var late = new Browser();
        late.opens(renewing);
        late.opens(identity.issuer() + "/trial-login?subject=late");
        db().update("update identity.logins set at = at - interval '6 minutes' where subject = 'late'");
        assertThat(location(late.opens(renewing))).endsWith("/login");
    }

    @Test
    void keepsANewLogInNewWhileThePersonReadsWhatToAgreeTo() {
        var citizen = new Citizen(identity);
        HttpResponse<String> page = citizen.goesTo(URI.create(door(OLD) + "&renew=true"), Citizen.DVCQG, "chi");
        String ticket = ticket(agrees(citizen, page, "profile"));
        assertThat(asked(OLD, ticket + "&renew=true")).contains("<cas:user>");
        assertThat(location(citizen.logsIn(Citizen.DVCQG, "chi")))
                .as("not to the portal again")
                .endsWith("/account");
    }

    @Test
    void tellsAPortalThatWasDownOfALogOutInTheWordsOfCas() {
        var browser = loggedIn("leaver");
        String ticket = ticket(browser.opens(door(ears.address())));
        var library = new SingleSignOutHandler();
        library.init();
        var session = new MockHttpSession();
        var arriving = new MockHttpServletRequest("GET", "/told");
        arriving.setSession(session);
        arriving.setParameter("ticket", ticket);
        arriving.setQueryString("ticket=" + ticket);
        library.process(arriving, new MockHttpServletResponse());
        assertThat(asked(ears.address(), ticket)).contains("<cas:user>leaver");
        ears.answersWith(503);

        db().update("update identity.logins set ended_at = now() where subject = 'leaver'");

        await().atMost(SOON)
                .until(() -> administrator
                        .gets(API + "/errands?client=leaving-cas", TOKEN)
                        .text()
                        .contains("\"attempts\":2"));
        assertThat(ears.tokens()).isEmpty();
        ears.answersWith(200);
        String letter = await().atMost(SOON)
                .until(() -> ears.tokens().stream().findFirst().orElse(""), told -> !told.isEmpty());
        var telling = new MockHttpServletRequest("POST", "/told");
        telling.setContentType("application/x-www-form-urlencoded");
        telling.setParameter(
                "logoutRequest",
                URLDecoder.decode(letter.substring("logoutRequest=".length()), StandardCharsets.UTF_8));
        library.process(telling, new MockHttpServletResponse());
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void aPortalBehindAProxyReadsWhoItIsFromASignedHeader() throws Exception {
        var browser = new Browser();
        String toIdentity = location(browser.opens(proxy.address() + "/forms/list?page=2"));
        assertThat(toIdentity).startsWith(cas() + "/login");
        browser.opens(identity.issuer() + "/trial-login?subject=behind&acr=LoA2");
        HttpResponse<String> entered = browser.opens(location(browser.opens(toIdentity)));
        assertThat(entered.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("LTPROXY=PS-", "HttpOnly", "SameSite=Lax");
        assertThat(location(entered)).isEqualTo("/");

        var forging = HttpRequest.newBuilder(URI.create(proxy.address() + "/forms/list?page=2"))
                .header("X-LienThong-Subject", forged("behind"));
        String header = browser.send(forging.build()).body();

        JWTClaimsSet said = checked(header, "proxied", Instant.now());
        assertThat(said.getSubject()).isEqualTo("behind");
        assertThat(said.getStringClaim("path")).isEqualTo("/forms/list");
        assertThat(said.getStringClaim("host"))
                .isEqualTo(URI.create(proxy.address()).getAuthority());
        assertThat(said.getStringClaim("acr")).isEqualTo("LoA2");
        assertThatThrownBy(() -> checked(header, "another-portal", Instant.now()))
                .hasMessageContaining("aud");
        assertThatThrownBy(() -> checked(header, "proxied", Instant.now().plusSeconds(61)))
                .hasMessageContaining("exp");
        assertThatThrownBy(() -> checked(forged("behind"), "proxied", Instant.now()))
                .hasMessageContaining("signature");
        administrator.gets("/userinfo", header).is(401);
        administrator.gets(API + "/clients", header).is(401);

        db().update("update identity.logins set ended_at = now() where subject = 'behind'");
        assertThat(location(browser.opens(proxy.address() + "/"))).startsWith(cas() + "/login");
    }

    @Test
    void answersNoProxyThatCannotProveWhoseItIs() {
        var wire = new Browser();
        var bare = HttpRequest.newBuilder(URI.create(identity.issuer() + "/proxy/auth"));
        assertThat(wire.send(bare.build()).statusCode()).isEqualTo(403);
        bare.header("Authorization", "Basic %%%");
        assertThat(wire.send(bare.build()).statusCode()).isEqualTo(403);
        assertThat(wire.opens(identity.issuer() + "/proxy/session?ticket=ST-1").statusCode())
                .isEqualTo(403);
    }

    /** As docs/identity.md tells a portal to check it. */
    private static JWTClaimsSet checked(String header, String portal, Instant now) throws Exception {
        var jwt = SignedJWT.parse(header);
        var keys = JWKSet.parse(administrator.gets("/oauth2/jwks", "").is(200).text());
        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
        JWTClaimsSet said = jwt.getJWTClaimsSet();
        assertThat(key != null && jwt.verify(new RSASSAVerifier(key.toRSAKey())))
                .as("signature")
                .isTrue();
        assertThat(jwt.getHeader().getType().getType()).as("typ").isEqualTo("lienthong-subject+jwt");
        assertThat(said.getIssuer()).as("iss").isEqualTo(identity.issuer().toString());
        assertThat(said.getAudience()).as("aud").containsExactly(portal);
        assertThat(said.getExpirationTime()).as("exp").isAfter(Date.from(now));
        return said;
    }

    private static String forged(String subject) throws Exception {
        var key = new RSAKeyGenerator(2048).keyID("forged").generate();
        var claims = new JWTClaimsSet.Builder()
                .issuer(identity.issuer().toString())
                .subject(subject)
                .audience("proxied")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
        var header = new com.nimbusds.jose.JWSHeader.Builder(com.nimbusds.jose.JWSAlgorithm.RS256).keyID("forged");
        var jwt = new SignedJWT(header.build(), claims.build());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static HttpResponse<String> agrees(Citizen citizen, HttpResponse<String> page, String... scopes) {
        String body = Browser.encoded(Map.of("state", field(page, "state"), "_csrf", field(page, "_csrf")));
        for (String scope : scopes) {
            body += "&scope=" + scope;
        }
        return citizen.browser.posts(identity.issuer() + "/cas/consent", body);
    }

    private static String field(HttpResponse<String> page, String name) {
        var value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(value.find()).as(page.body()).isTrue();
        return value.group(1);
    }

    private static Browser loggedIn(String subject) {
        var browser = new Browser();
        browser.opens(identity.issuer() + "/trial-login?subject=" + subject);
        return browser;
    }

    private static String ticket(HttpResponse<String> answer) {
        assertThat(location(answer)).as(answer.body()).contains("ticket=ST-");
        return location(answer).replaceFirst(".*[?&]ticket=", "");
    }

    private static String asked(String service, String ticket) {
        String words = ticket.contains("<") ? encoded(ticket) : ticket;
        return administrator
                .gets("/cas/serviceValidate?service=" + encoded(service) + "&ticket=" + words, "")
                .is(200)
                .text();
    }

    private static URI door(String service) {
        return URI.create(cas() + "/login?service=" + encoded(service));
    }

    private static String cas() {
        return identity.issuer() + "/cas";
    }

    private static Cas30ServiceTicketValidator cas30() {
        return new Cas30ServiceTicketValidator(cas());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<?> answer) {
        return Citizen.location(answer);
    }

    private static JdbcTemplate db() {
        return identity.bean(JdbcTemplate.class);
    }

    private static String terms(String id, String speaks, String service, String legacy, String more) {
        return """
                {"terms":{"id":"%s","name":{"vi":"Cổng %s"},"kind":"LEGACY",%s
                 "legacy":{"speaks":"%s","services":["%s"]%s}},"reason":"cổng cũ của sở"}""".formatted(id, id, more, speaks, service, legacy);
    }

    /** Its secret. */
    private static String registered(String id, String speaks, String service, String legacy, String more) {
        String change = administrator
                .posts(API + "/clients", TOKEN, terms(id, speaks, service, legacy, more))
                .is(202)
                .at("change");
        var approver = new TrialPortal(identity, "demo-administrator");
        String right = approver.asks(
                        "/oauth2/token", Map.of("grant_type", "client_credentials", "scope", "identity.admin"))
                .is(200)
                .at("access_token");
        approver.posts(API + "/changes/" + change + "/approval", right, "{}").is(200);
        return administrator
                .posts(API + "/clients/" + id + "/secrets", TOKEN, "{}")
                .is(201)
                .at("secret");
    }
}
