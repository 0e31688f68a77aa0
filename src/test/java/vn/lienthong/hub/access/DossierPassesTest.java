package vn.lienthong.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.trust.SealFixture;

/** A pass opens one dossier, for a while, and cannot be made by anybody else. */
class DossierPassesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final String CODE = "03706/2026/07906";

    @Test
    void opensTheDossierItWasIssuedForUntilItsEnd() {
        String pass = at(NOW).issue(CODE, Duration.ofMinutes(15));

        assertThat(pass).matches("[A-Za-z0-9._-]+");
        assertThat(at(NOW.plusSeconds(899)).open(pass)).contains(CODE);
        assertThat(at(NOW.plusSeconds(900)).open(pass)).isEmpty();
    }

    @Test
    void opensNothingOnceAnyPartIsAltered() {
        String[] parts = at(NOW).issue(CODE, Duration.ofMinutes(15)).split("\\.");
        String longer = String.valueOf(Long.parseLong(parts[1]) + 60);

        assertThat(at(NOW).open("Zm9v." + parts[1] + "." + parts[2])).isEmpty();
        assertThat(at(NOW).open(parts[0] + "." + longer + "." + parts[2])).isEmpty();
        assertThat(at(NOW).open(parts[0] + "." + parts[1] + "." + "0".repeat(64)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b.c", "Zm9v.99999999999999999999.00", "../../etc"})
    void opensNothingForWhatIsNoPass(String text) {
        assertThat(at(NOW).open(text)).isEmpty();
    }

    private static DossierPasses at(Instant now) {
        return new DossierPasses(SealFixture.seal(), Clock.fixed(now, ZoneOffset.UTC));
    }
}
