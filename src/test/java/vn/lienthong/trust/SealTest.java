package vn.lienthong.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.platform.PlatformFixture;

class SealTest {

    private static final byte[] PUSH =
            "{\"dossierNo\":\"000.00.14.H52-260824-0002\"}".repeat(40).getBytes(StandardCharsets.UTF_8);

    private final Seal seal = PlatformFixture.seal();

    @Test
    void opensWhatItSealed() {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        for (byte[] plain : new byte[][] {new byte[0], {7}, PUSH, noise}) {
            assertThat(seal.open(seal.seal(plain))).isEqualTo(plain);
        }
    }

    @Test
    void keepsNoReadableByteAndLittleSpace() {
        byte[] sealed = seal.seal(PUSH);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("dossierNo");
        assertThat(sealed.length).isLessThan(PUSH.length / 4);
    }

    @Test
    void refusesWhatWasAlteredOrSealedElsewhere() {
        byte[] sealed = seal.seal(PUSH);
        for (int at : new int[] {0, 5, 20, sealed.length - 1}) {
            byte[] altered = sealed.clone();
            altered[at] ^= 1;
            assertThatIllegalArgumentException().isThrownBy(() -> seal.open(altered));
        }
        byte[] otherKey = new byte[MasterKey.BYTES];
        Arrays.fill(otherKey, (byte) 1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Seal(new MasterKey(otherKey)).open(sealed));
    }

    @Test
    void goesOnAfterARefusal() {
        assertThatIllegalArgumentException().isThrownBy(() -> seal.open(new byte[40]));
        assertThat(seal.open(seal.seal(PUSH))).isEqualTo(PUSH);
    }

    @Test
    void neverUsesANonceTwiceFromManyThreads() {
        Set<String> nonces = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2_000; i++) {
                threads.submit(() -> {
                    nonces.add(Arrays.toString(Arrays.copyOfRange(seal.seal(PUSH), 1, 13)));
                });
            }
        }
        assertThat(nonces).hasSize(2_000);
    }

    @Test
    void hashesEqualValuesEquallyAndOthersNot() {
        assertThat(seal.hash("038090000001"))
                .isEqualTo(PlatformFixture.seal().hash("038090000001"))
                .hasSize(64);
        assertThat(seal.hash("038090000002")).isNotEqualTo(seal.hash("038090000001"));
    }
}
