package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.platform.PlatformFixture;

class ReceiptsTest {

    @TempDir
    Path folder;

    private Receipts receipts;

    @BeforeEach
    void prepare() {
        receipts = new Receipts(PlatformFixture.seal(), PlatformFixture.hybridClock(folder, Clock.systemUTC()));
    }

    @Test
    void givesOneReceiptPerSenderAndKey() {
        Receipt first = receipts.issue("office", "1");
        assertThat(receipts.issue("office", "1")).isEqualTo(first);
        assertThat(receipts.issue("office", "2")).isNotEqualTo(first);
        assertThat(receipts.issue("archive", "1")).isNotEqualTo(first);
    }

    @Test
    void givesEachPushWithoutKeyAReceiptOfItsOwn() {
        assertThat(receipts.issue("office", null)).isNotEqualTo(receipts.issue("office", null));
    }

    @Test
    void readsBackWhatItWrote() {
        Receipt receipt = receipts.issue("office", null);
        assertThat(receipts.parse(receipts.text(receipt))).contains(receipt);
    }

    @Test
    void knowsWhomAReceiptWasGivenTo() {
        Receipt receipt = receipts.issue("office", null);
        assertThat(receipts.isOf(receipt, "office")).isTrue();
        assertThat(receipts.isOf(receipt, "archive")).isFalse();
    }

    @Test
    void refusesEveryTextWithOneCharacterChanged() {
        String text = receipts.text(receipts.issue("office", null));
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(receipts.parse(text.substring(0, i) + other + text.substring(i + 1)))
                    .isEmpty();
        }
        assertThat(receipts.parse("")).isEmpty();
        assertThat(receipts.parse(text + "a")).isEmpty();
        assertThat(receipts.parse(text.toUpperCase(java.util.Locale.ROOT))).isEmpty();
    }

    @Test
    void writesBytesOfAnyLengthInBase32() {
        Random random = new Random(7);
        for (int length = 0; length < 40; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Base32.read(Base32.write(bytes))).hasValue(bytes);
        }
        assertThat(Base32.write(new byte[] {'f', 'o', 'o'})).isEqualTo("mzxw6");
    }
}
