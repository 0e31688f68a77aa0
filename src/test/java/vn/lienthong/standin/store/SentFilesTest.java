package vn.lienthong.standin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stand-in gave away and was sent outlives it, however it ends. */
class SentFilesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 9);

    @TempDir
    private Path data;

    @Test
    void givesNoNumberTwiceAlsoAfterAKill() throws IOException {
        Set<String> given = new HashSet<>();
        for (int run = 0; run < 3; run++) {
            SentFiles files = SentFiles.open(data);
            for (int i = 0; i < 1500; i++) {
                String number = files.number("G09.20", DAY);
                assertThat(number).matches("G09\\.20-20260609-\\d{7}");
                assertThat(given.add(number)).as(number).isTrue();
            }
        }
    }

    @Test
    void keepsAFileOnceAndKnowsItByIdAndHash() throws IOException {
        SentFiles.Sent sent = SentFiles.open(data).keep("đơn".getBytes(StandardCharsets.UTF_8));
        SentFiles again = SentFiles.open(data);

        assertThat(again.keep("đơn".getBytes(StandardCharsets.UTF_8))).isEqualTo(sent);
        assertThat(again.holds(sent.id(), sent.hash())).isTrue();
        assertThat(again.holds(sent.id(), "0".repeat(64))).isFalse();
        assertThat(again.holds("../numbers", sent.hash())).isFalse();
        assertThat(again.holds("f-0123456789abcdef", sent.hash())).isFalse();
    }
}
