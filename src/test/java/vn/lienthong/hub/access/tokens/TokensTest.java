package vn.lienthong.hub.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.trust.SealedFile;

class TokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    @TempDir
    private Path folder;

    private Issuer issuer;
    private TokenKeys keys;
    private Tokens tokens;

    @BeforeEach
    void fetchKeys() throws IOException {
        issuer = new Issuer();
        keys = keys(Issuer.NAME);
        keys.refresh();
        tokens = tokens(keys);
    }

    @AfterEach
    void stop() {
        keys.destroy();
        issuer.close();
    }

    @Test
    void tellWhoCallsAndHowFarTheTokenReaches() throws JOSEException {
        var claims = Issuer.claims(NOW).claim("procedures", List.of("1.000001")).build();

        assertThat(tokens.read(issuer.signed(claims)))
                .contains(new Token(
                        "health",
                        Role.SENDER,
                        "",
                        "",
                        Set.of("submission.write", "submission.read"),
                        Set.of("1.000001"),
                        "",
                        null));
    }

    @Test
    void tellForWhichCitizenASystemActs() throws JOSEException {
        var claims = delegated().claim("owner", List.of("a1", "b2")).claim("acr", "LoA2");
        assertThat(tokens.read(issuer.signed(claims.build())).orElseThrow().delegation())
                .isEqualTo(new Token.Delegation("land-portal", Set.of("a1", "b2"), "LoA2"));
    }

    @Test
    void opensNothingForACitizenForWhomNobodyActs() throws JOSEException {
        refused(delegated().claim("act", null));
        refused(delegated().claim("act", Map.of("client", "land-portal")));
        refused(delegated().claim("act", Map.of("sub", " ")));
        refused(delegated().claim("act", "land-portal"));
    }

    @Test
    void opensNothingForWhoActsAsASystemOrForSomebodyWhoActs() throws JOSEException {
        refused(delegated().claim("role", "SENDER"));
        refused(delegated().claim("role", "ADMINISTRATOR"));
        refused(delegated().claim("act", Map.of("sub", "one", "act", Map.of("sub", "other"))));
    }

    @Test
    void opensNothingBoundInAWayThatIsNotUnderstood() throws JOSEException {
        var bound = Issuer.claims(NOW).claim("cnf", Map.of("x5t#S256", "abc"));
        assertThat(tokens.read(issuer.signed(bound.build())).orElseThrow().bound())
                .isEqualTo("abc");
        refused(Issuer.claims(NOW).claim("cnf", Map.of("jkt", "abc")));
        refused(Issuer.claims(NOW).claim("cnf", Map.of("x5t#S256", "abc", "jkt", "abc")));
        refused(Issuer.claims(NOW).claim("cnf", Map.of("x5t#S256", "")));
        refused(Issuer.claims(NOW).claim("cnf", "abc"));
    }

    private static JWTClaimsSet.Builder delegated() {
        return Issuer.claims(NOW)
                .claim("principal", "a-citizen")
                .claim("role", "CITIZEN")
                .claim("act", Map.of("sub", "land-portal"))
                .claim("scope", "own.dossiers");
    }

    @Test
    void opensNothingWhenItIsMeantForAnotherAudience() throws JOSEException {
        refused(Issuer.claims(NOW).audience("portal-1"));
    }

    @Test
    void opensNothingWhenAnotherIssuerSignedWithAKeyOfTheSameName() throws JOSEException {
        RSAKey foreign = Issuer.fresh(issuer.key().getKeyID());

        assertThat(tokens.read(Issuer.signed(Issuer.claims(NOW).build(), foreign)))
                .isEmpty();
    }

    @Test
    void opensNothingWhenItNamesAnotherIssuer() throws JOSEException {
        refused(Issuer.claims(NOW).issuer("https://identity.example"));
    }

    @Test
    void opensNothingOnceItIsOver() throws JOSEException {
        refused(Issuer.claims(NOW).expirationTime(Date.from(NOW.minusSeconds(31))));
    }

    @Test
    void opensNothingBeforeItsTime() throws JOSEException {
        refused(Issuer.claims(NOW).notBeforeTime(Date.from(NOW.plusSeconds(31))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "iat", "principal", "role"})
    void opensNothingWithoutWhatItMustSay(String claim) throws JOSEException {
        refused(Issuer.claims(NOW).claim(claim, null));
    }

    @Test
    void opensNothingWithARoleThatDoesNotExist() throws JOSEException {
        refused(Issuer.claims(NOW).claim("role", "MINISTER"));
    }

    @Test
    void opensNothingWithoutASignature() {
        assertThat(tokens.read(new PlainJWT(Issuer.claims(NOW).build()).serialize()))
                .isEmpty();
    }

    @Test
    void opensNothingWhenThePublicKeyWasTakenForASecret() throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(issuer.key().getKeyID())
                        .build(),
                Issuer.claims(NOW).build());
        jwt.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));

        assertThat(tokens.read(jwt.serialize())).isEmpty();
    }

    @Test
    void opensNothingOnceItsClaimsWereAltered() throws JOSEException {
        String[] parts = issuer.signed(Issuer.claims(NOW).build()).split("\\.");
        String said = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String other = said.replace("SENDER", "OPERATOR");
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(StandardCharsets.UTF_8));

        assertThat(other).isNotEqualTo(said);
        assertThat(tokens.read(String.join(".", parts))).isEmpty();
    }

    @Test
    void isNotEvenReadWhenItIsAMegabyteLong() throws JOSEException {
        refused(Issuer.claims(NOW).claim("more", "x".repeat(1 << 20)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "lt_abc_def", "{}.{}.{}"})
    void opensNothingWhenItIsNone(String text) {
        assertThat(tokens.read(text)).isEmpty();
    }

    @Test
    void isReadByANewKeyOnceItWasFetched() throws JOSEException {
        issuer.rotates();
        String token = issuer.signed(Issuer.claims(NOW).build());

        assertThat(tokens.read(token)).isEmpty();
        keys.tick();
        assertThat(tokens.read(token)).isPresent();
    }

    @Test
    void isReadWhileTheKeysCannotBeFetchedAlsoAfterARestart() throws JOSEException {
        issuer.answersWith(503);
        keys.refresh();
        String token = issuer.signed(Issuer.claims(NOW).build());

        assertThat(tokens.read(token)).isPresent();
        TokenKeys restarted = keys(Issuer.NAME);
        assertThat(tokens(restarted).read(token)).isPresent();
        restarted.destroy();
    }

    @Test
    void opensNothingWhenNoIssuerIsSet() throws JOSEException {
        TokenKeys none = keys("");
        none.tick();

        assertThat(new Tokens(settings(""), none, Clock.fixed(NOW, ZoneOffset.UTC))
                        .read(issuer.signed(Issuer.claims(NOW).build())))
                .isEmpty();
        none.destroy();
    }

    private void refused(JWTClaimsSet.Builder claims) throws JOSEException {
        assertThat(tokens.read(issuer.signed(claims.build()))).isEmpty();
    }

    private Tokens tokens(TokenKeys by) {
        return new Tokens(settings(Issuer.NAME), by, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private TokenKeys keys(String name) {
        var file = new SealedFile<>(
                folder.resolve("token-keys"),
                PlatformFixture.seal(),
                JsonMapper.shared(),
                new TypeReference<String>() {});
        return new TokenKeys(settings(name), file);
    }

    private TokenSettings settings(String name) {
        return new TokenSettings(name, issuer.jwkSetUri(), "lienthong-hub", Duration.ofSeconds(30));
    }
}
