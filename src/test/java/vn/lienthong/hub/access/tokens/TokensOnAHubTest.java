package vn.lienthong.hub.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.HubClient.Answer;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.infra.BesideOthers;
import vn.lienthong.trust.Seal;

/** What a token opens at a whole hub: by role, by scope, by department, and no longer than the agency stands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class TokensOnAHubTest {

    private static final String FAILURES = "/api/v1/failures";
    private static final String DOOR = "/api/v1/senders/home-affairs/submissions";
    private static final String BAD = "{\"data\":{}}";

    private static final Issuer ISSUER = issuer();

    private final RunningHub hub = start();

    private static Issuer issuer() {
        try {
            return new Issuer();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

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

    /** The hub takes this issuer's tokens. */
    static class Trusting {

        @Bean
        @Primary
        TokenSettings trusting() {
            return new TokenSettings(Issuer.NAME, ISSUER.jwkSetUri(), "lienthong-hub", Duration.ofSeconds(30));
        }
    }

    @Test
    void opensTheDoorOfItsOwnSenderOnly() throws JOSEException {
        HubClient own = with(claims("home-affairs", "SENDER", "submission.write submission.read"));

        own.posts(DOOR, BAD).is(202);
        assertThat(own.gets("/api/v1/inbox").is(403).problem()).isEqualTo("insufficient-scope");
        HubClient land = with(claims("land", "SENDER", "submission.write"));
        assertThat(land.posts(DOOR, BAD).is(403).problem()).isEqualTo("foreign-sender");
    }

    @Test
    void opensNothingBeyondItsScopes() throws JOSEException {
        HubClient reader = with(claims("home-affairs", "SENDER", "submission.read"));

        Answer refused = reader.posts(DOOR, BAD).is(403);
        assertThat(refused.problem()).isEqualTo("insufficient-scope");
        assertThat(refused.json().path("detail").asString()).contains("submission.write");
        reader.gets(FAILURES).is(200);
        assertThat(with(claims("vận-hành", "OPERATOR", "hub.read"))
                        .gets("/api/v1/keys")
                        .is(403)
                        .problem())
                .isEqualTo("insufficient-scope");
    }

    @Test
    void pushesDossiersOfTheGrantedProceduresOnly() throws JOSEException, IOException {
        String dossier = Files.readString(Path.of("src/test/resources/departments/home-affairs/new-dossier.push.json"));
        var claims = claims("home-affairs", "SENDER", "submission.write submission.read");

        var other = with(claims.claim("procedures", List.of("9.999999"))).pushes("home-affairs", dossier);
        assertThat(other.path("records").path(0).path("state").asString()).isEqualTo("REFUSED");
        assertThat(other.toString()).contains("procedure-not-granted");
    }

    @Test
    void showsListsToAViewerBodiesToAnInspectorAndActsToNeither() throws JOSEException {
        String failure = refusedPush();
        HubClient viewer = with(claims("người-xem", "VIEWER", "hub.read submission.read hub.write"));
        HubClient inspector = with(claims("thanh-tra", "INSPECTOR", "hub.read submission.read hub.write"));

        viewer.gets(FAILURES).is(200);
        assertThat(viewer.gets(FAILURES + "/" + failure).is(403).problem()).isEqualTo("forbidden");
        viewer.gets(FAILURES + "/" + failure + "/today").is(403);
        inspector.gets(FAILURES + "/" + failure).is(200);
        inspector.gets(FAILURES + "/" + failure + "/today").is(200);
        inspector.gets(FAILURES + "/" + failure + "?reveal=true").is(400);
        inspector
                .gets(FAILURES + "/" + failure + "?reveal=true&reason=ki%E1%BB%83m+tra")
                .is(200);
        inspector.posts("/api/v1/failures/replay", "{}").is(403);
        viewer.gets("/api/v1/config").is(403);
    }

    @Test
    void showsADepartmentsUserItsOwnTrafficOnly() throws JOSEException {
        String failure = refusedPush();
        var claims = claims("chuyên-viên", "DEPARTMENT_USER", "submission.read submission.write hub.read");

        with(claims.claim("department", "home-affairs"))
                .gets(FAILURES + "/" + failure)
                .is(200);
        with(claims.claim("department", "land")).gets(FAILURES + "/" + failure).is(404);
        HubClient nobodys = with(claims.claim("department", null));
        nobodys.gets(FAILURES + "/" + failure).is(404);
        assertThat(nobodys.gets(FAILURES).is(200).json().path("failures")).isEmpty();
        with(claims.claim("department", "home-affairs")).posts(DOOR, BAD).is(403);
        with(claims.claim("department", "home-affairs")).gets("/api/v1/stuck").is(403);
    }

    @Test
    void opensNothingOnceTheAgencyItWasGivenByHasEnded() throws JOSEException {
        var claims = claims("chuyên-viên", "VIEWER", "submission.read");

        with(claims.claim("agency", "H52.14")).gets(FAILURES).is(200);
        with(claims.claim("agency", "H52.11")).gets(FAILURES).is(401);
    }

    @Test
    void tellsACitizenWhoLookedAtTheirDossierAndAtNobodyElses() throws JOSEException {
        String code = "000.00.15.H52-260824-6388";
        String page = "/api/v1/dossiers/" + code;
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(code));
        with(claims("người-xem", "VIEWER", "dossier.read").claim("agency", "H52.14"))
                .gets(page)
                .is(200);
        hub.bean(Audit.class).record(new Actor("land", Role.SENDER), "slip.print", code, Map.of("for", "the counter"));

        String seen =
                with(ofCitizen("014090000001")).gets(page + "/viewers").is(200).text();

        assertThat(seen).contains("dossier.view", "\"agency\":\"H52.14\"").doesNotContain("người-xem", "slip.print");
        assertThat(with(ofCitizen("038190000001"))
                        .gets(page + "/viewers")
                        .is(404)
                        .problem())
                .isEqualTo("unknown-dossier");
    }

    private JWTClaimsSet.Builder ofCitizen(String id) {
        return claims("a-citizen", "CITIZEN", "own.dossiers")
                .claim("act", Map.of("sub", "land-portal"))
                .claim("owner", List.of(hub.bean(Seal.class).hash("owner:" + id)));
    }

    private String refusedPush() {
        var ended = hub.as("home-affairs").pushes("home-affairs", BAD);
        return ended.path("receipt").asString() + "/1";
    }

    private static JWTClaimsSet.Builder claims(String principal, String role, String scope) {
        return Issuer.claims(Instant.now())
                .claim("principal", principal)
                .claim("role", role)
                .claim("scope", scope);
    }

    private HubClient with(JWTClaimsSet.Builder claims) throws JOSEException {
        return new HubClient("http://127.0.0.1:" + hub.port(), ISSUER.signed(claims.build()));
    }
}
