package vn.lienthong.hub.access.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.platform.PlatformFixture;

class FileTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-30T16:59:59Z");
    private static final FileLink LINK =
            new FileLink(new UUID(7, 9), "0123456789abcdef".repeat(4), "national", NOW.plusSeconds(60));

    private final FileTokens tokens = new FileTokens(PlatformFixture.masterKey());

    @Test
    void opensWhatItSealedAlsoInTheNextMonth() {
        assertThat(tokens.open(tokens.seal(LINK, NOW))).contains(LINK);
        assertThat(LINK.over(NOW)).isFalse();
        assertThat(LINK.over(NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void showsNothingOfWhatItOpensAndIsAnotherEachTime() {
        String token = tokens.seal(LINK, NOW);
        assertThat(token).matches("[A-Za-z0-9_-]{100,200}").isNotEqualTo(tokens.seal(LINK, NOW));
        assertThat(new String(Base64.getUrlDecoder().decode(token), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("national");
    }

    @Test
    void sealsEachMonthWithAKeyOfItsOwn() {
        byte[] token = Base64.getUrlDecoder().decode(tokens.seal(LINK, NOW));
        byte[] next = Base64.getUrlDecoder().decode(tokens.seal(LINK, NOW.plusSeconds(1)));
        assertThat(token[3]).isNotEqualTo(next[3]);
        token[3] = next[3];
        assertThat(tokens.open(Base64.getUrlEncoder().withoutPadding().encodeToString(token)))
                .isEmpty();
    }

    @Test
    void opensNothingOfWhichOneBitIsAnother() {
        byte[] token = Base64.getUrlDecoder().decode(tokens.seal(LINK, NOW));
        for (int i = 0; i < token.length; i++) {
            byte[] altered = token.clone();
            altered[i] ^= 1;
            assertThat(tokens.open(Base64.getUrlEncoder().withoutPadding().encodeToString(altered)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "../../etc/passwd", "AAAA", "%%%"})
    void opensNothingThatIsNoLink(String token) {
        assertThat(tokens.open(token)).isEmpty();
        assertThat(tokens.open("A".repeat(100_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://hub.sonla.example, true",
        "https://hub.sonla.example:8443/x, true",
        "http://hub.sonla.example, false",
        "https://10.1.2.3, false",
        "https://172.20.0.1/files, false",
        "https://hub, false",
        "https://localhost:8080, false",
        "https://[fd00::1]/, false",
        "ftp://hub.sonla.example, false",
        "https://hub.sonla .example, false"
    })
    void knowsWhatOpensFromOutside(String address, boolean opens) {
        assertThat(PublicAddress.is(address)).isEqualTo(opens);
    }
}
