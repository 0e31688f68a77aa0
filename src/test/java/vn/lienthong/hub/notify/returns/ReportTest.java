package vn.lienthong.hub.notify.returns;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.hub.platform.PlatformFixture;

/** Letters of mail servers, as files, and what they say about a notice. */
class ReportTest {

    private final LetterIds ids = new LetterIds(PlatformFixture.seal());

    @ParameterizedTest
    @CsvSource({
        "unknown-mailbox, came back: 5.1.1",
        "mailbox-full-headers-only, came back: 5.2.2",
        "given-up-after-days, came back: 4.4.1",
        "without-a-code, came back"
    })
    void findsTheNoticeAndTheStatusOfALetterThatCameBack(String file, String words) throws Exception {
        var report = Report.of(GreenMailUtil.newMimeMessage(letter(file, "<" + ids.of(77) + "@hub.example>")), ids);

        assertThat(report).map(Report::notice).contains(77L);
        assertThat(report).map(Report::words).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"delayed", "delivered", "somebody-elses", "forged", "out-of-office"})
    void seesNothingInAnyOtherLetter(String file) throws Exception {
        assertThat(Report.of(GreenMailUtil.newMimeMessage(letter(file, "<" + ids.of(77) + "@hub.example>")), ids))
                .isEmpty();
    }

    @Test
    void knowsOnlyItsOwnIds() {
        String own = ids.of(12);
        assertThat(ids.notice("<" + own + "@hub.example>")).contains(12L);
        assertThat(ids.notice(own)).contains(12L);
        assertThat(ids.notice("<" + own.replace("n12.", "n13.") + "@hub.example>"))
                .isEmpty();
        assertThat(ids.notice("<n12@hub.example>")).isEmpty();
    }

    static String letter(String file, String messageId) throws IOException {
        return Files.readString(Path.of("src/test/resources/returns", file + ".eml"))
                .replace("{messageId}", messageId)
                .replace("\n", "\r\n");
    }
}
