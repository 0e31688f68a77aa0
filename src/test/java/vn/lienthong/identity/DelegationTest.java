package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** How a department's system gets a token to act for a citizen, and who does not get one. */
@BesideHubs
class DelegationTest {

    private static final String ID = "014090000001";

    private static RunningIdentity identity;
    private static TrialPortal portal;

    @BeforeAll
    static void start() {
        identity = RunningIdentity.start(Map.of("LIENTHONG_ADMIN_TOKEN", Officer.ADMIN));
        portal = new TrialPortal(identity, "demo-portal");
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @Test
    void namesTheCitizenAndTheSystemInATokenForTheHubAlone() throws ParseException {
        String own = own("exchanging", "openid own.dossiers");
        var exchanged = Delegated.exchanges(portal, own, Map.of()).is(200);
        assertThat(exchanged.at("issued_token_type")).isEqualTo(Delegated.ACCESS_TOKEN);
        assertThat(exchanged.json().has("refresh_token")).isFalse();
        JWTClaimsSet claims = SignedJWT.parse(exchanged.at("access_token")).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("exchanging");
        assertThat(claims.getAudience()).containsExactly("lienthong-hub");
        assertThat(claims.getJSONObjectClaim("act")).isEqualTo(Map.of("sub", "demo-portal"));
        assertThat(claims.getStringClaim("role")).isEqualTo("CITIZEN");
        assertThat(claims.getStringClaim("acr")).isEqualTo("LoA2");
        assertThat(claims.getStringListClaim("scope")).containsExactly("own.dossiers");
        assertThat(claims.getStringListClaim("owner")).hasSize(1).noneMatch(hash -> hash.contains(ID));
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isLessThanOrEqualTo(Duration.ofMinutes(5));
        assertThat(claims.getExpirationTime())
                .isBeforeOrEqualTo(SignedJWT.parse(own).getJWTClaimsSet().getExpirationTime());
        assertThat(identity.bean(JdbcTemplate.class)
                        .queryForList(
                                "select actor from identity.audit where action = 'token-exchanged' and object = 'exchanging'",
                                String.class))
                .containsExactly("demo-portal");
        assertThat(Delegated.exchanges(portal, own, Map.of("scope", "", "audience", ""))
                        .is(200)
                        .at("scope"))
                .as("what both have")
                .contains("own.dossiers");
    }

    @Test
    void exchangesNothingThatIsNoAccessTokenOfACitizenOfOurs() throws ParseException {
        var tokens = agreed("others", "openid own.dossiers");
        refused(tokens.at("id_token"), Map.of(), "invalid_grant");
        refused(
                tokens.at("id_token"),
                Map.of("subject_token_type", "urn:ietf:params:oauth:token-type:id_token"),
                "unsupported_token_type");
        refused(tokens.at("refresh_token"), Map.of(), "invalid_grant");
        refused("not-a-token", Map.of(), "invalid_grant");
        String altered = tokens.at("access_token").replaceAll("......$", "AAAAAA");
        refused(altered, Map.of(), "invalid_grant");
        String machines = new TrialPortal(identity, "demo-machine")
                .asks("/oauth2/token", Map.of("grant_type", "client_credentials", "scope", "submission.read"))
                .at("access_token");
        refused(machines, Map.of("scope", ""), "invalid_scope");
        refused(machines, Map.of("scope", "submission.read"), "invalid_scope");
    }

    @Test
    void exchangesNothingThatIsOver() throws ParseException {
        var db = identity.bean(JdbcTemplate.class);
        String expired = own("expired", "openid own.dossiers");
        db.update("update identity.oauth2_authorization set access_token_issued_at = now() - interval '1 hour',"
                + " access_token_expires_at = now() - interval '1 minute' where principal_name = 'expired'");
        refused(expired, Map.of(), "invalid_grant");
        String ended = own("ended", "openid own.dossiers");
        db.update("update identity.logins set ended_at = now() where subject = 'ended'");
        refused(ended, Map.of(), "invalid_grant");
        String revoked = own("revoked", "openid own.dossiers");
        portal.asks("/oauth2/revoke", Map.of("token", revoked)).is(200);
        refused(revoked, Map.of(), "invalid_grant");
    }

    @Test
    void givesNoMoreThanTheCitizenGaveAndNowhereElse() throws ParseException {
        String own = own("narrow", "openid own.dossiers");
        refused(own, Map.of("scope", "own.dossiers profile"), "invalid_scope");
        refused(own, Map.of("scope", "hub.admin"), "invalid_scope");
        refused(own("without", "openid"), Map.of(), "invalid_scope");
        String more = own("more", "openid own.dossiers profile");
        refused(more, Map.of("scope", "profile"), "invalid_scope");
        assertThat(Delegated.exchanges(portal, more, Map.of("scope", "own.dossiers profile"))
                        .is(200)
                        .at("scope"))
                .as("nothing but this is ever passed on")
                .isEqualTo("own.dossiers");
        refused(own, Map.of("audience", "another-system"), "invalid_target");
        refused(own, Map.of("resource", "https://elsewhere.example/"), "invalid_target");
        refused(own, Map.of("actor_token", own, "actor_token_type", Delegated.ACCESS_TOKEN), "invalid_request");
        String exchanged = Delegated.exchanges(portal, own, Map.of()).is(200).at("access_token");
        refused(exchanged, Map.of(), "invalid_request");
    }

    @Test
    void letsOnlyWhoHasTheGrantActAndOnlyForCitizensOfItsAgencysPortal() throws ParseException {
        String own = own("foreign", "openid own.dossiers");
        var machine = new TrialPortal(identity, "demo-machine");
        assertThat(Delegated.exchanges(machine, own, Map.of()).is(400).at("error"))
                .isEqualTo("unauthorized_client");
        String secret = registered("other-agency", "\"agency\":\"H52.99\",");
        var other = new TrialPortal(identity, "other-agency", secret);
        assertThat(Delegated.exchanges(other, own, Map.of()).is(400).at("error"))
                .isEqualTo("invalid_grant");
        String same = registered("same-agency", "\"agency\":\"H52.14\",");
        Delegated.exchanges(new TrialPortal(identity, "same-agency", same), own, Map.of())
                .is(200);
    }

    @Test
    void approvesNobodyToActWithoutAnAgencyOrElsewhere() {
        assertThat(propose("nobodys", "").is(422).text()).contains("who-may-exchange", "remedy");
        assertThat(propose("elsewhere", "\"agency\":\"H52.14\",", "portal-1")
                        .is(422)
                        .text())
                .contains("audience");
    }

    private static void refused(String subjectToken, Map<String, String> other, String error) {
        var answer = Delegated.exchanges(portal, subjectToken, other).is(400);
        assertThat(answer.at("error")).as(other.toString()).isEqualTo(error);
        assertThat(answer.text()).doesNotContain("access_token\"");
    }

    private static String own(String subject, String scope) {
        return agreed(subject, scope).is(200).at("access_token");
    }

    private static TrialPortal.Answer agreed(String subject, String scope) {
        return Delegated.agreed(identity, portal, Delegated.citizen(identity, subject, "LoA2", ID), scope, Map.of());
    }

    private static TrialPortal.Answer propose(String id, String agency, String... audience) {
        return portal.posts(
                "/api/v1/identity/clients",
                Officer.ADMIN,
                "{\"terms\":{\"id\":\"%s\",\"name\":{\"vi\":\"Máy\"},%s\"kind\":\"MACHINE\",\"scopes\":[\"own.dossiers\"],\"exchanges\":[\"%s\"]},\"reason\":\"letter 12\"}"
                        .formatted(id, agency, audience.length == 0 ? "lienthong-hub" : audience[0]));
    }

    private static String registered(String id, String agency) {
        String change = propose(id, agency).is(202).at("change");
        var second = new TrialPortal(identity, "demo-administrator");
        String token = second.asks(
                        "/oauth2/token", Map.of("grant_type", "client_credentials", "scope", "identity.admin"))
                .at("access_token");
        second.posts("/api/v1/identity/changes/" + change + "/approval", token, "{}")
                .is(200);
        return portal.posts("/api/v1/identity/clients/" + id + "/secrets", Officer.ADMIN, "{}")
                .is(201)
                .at("secret");
    }
}
