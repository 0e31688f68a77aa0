package vn.lienthong.hub.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** A citizen tracks a dossier on the page {@code /tra-cuu}, without an account and without JavaScript. */
@ExtendWith(OneHub.class)
class CitizenPageTest {

    private final HubClient land;
    private final HubClient citizen;

    CitizenPageTest(RunningHub hub) {
        this.land = hub.as(LandSystem.ID);
        this.citizen = hub.anonymous();
    }

    @Test
    void showsADossierToWhoeverKnowsItsCodeAndTheEndOfTheId() {
        String code = accepted("000.00.15.H52-260824-7101");
        land.pushes(LandSystem.ID, LandSystem.processing(code));

        HubClient.Answer answer = ask(code, "0001").is(200);

        assertThat(answer.text())
                .contains("<html", "lang=\"vi\"", code, "Đang xử lý", "09:15 24/08/2026", "09:15 14/09/2026")
                .contains("T*** V** T**")
                .containsPattern("/tra-cuu/phieu/[A-Za-z0-9._-]+/01")
                .doesNotContain("TRẦN", "014090000001", "0900000001", "Số 1 đường", "thu@", "th:");
    }

    @Test
    void linksToTheReceiptOfThatDossierAndToNoOther() {
        String code = accepted("000.00.15.H52-260824-7105");
        Matcher link = Pattern.compile("href=\"(/tra-cuu/phieu/[A-Za-z0-9._-]+/)01\"")
                .matcher(ask(code, "0001").is(200).text());

        assertThat(link.find()).isTrue();
        HubClient.Answer slip = citizen.gets(link.group(1) + "01").is(200);
        assertThat(slip.text()).startsWith("%PDF");
        citizen.gets(link.group(1) + "03").is(404);
        citizen.gets(link.group(1).replaceFirst("phieu/.", "phieu/X") + "01").is(404);
    }

    @Test
    void givesAWrongCodeAndAWrongNumberTheSamePage() {
        String code = accepted("000.00.15.H52-260824-7102");
        String unknown = "000.00.15.H52-260824-7199";

        String wrongNumber = ask(code, "9999").is(200).text();
        String wrongCode = ask(unknown, "0001").is(200).text();

        assertThat(wrongNumber).contains("Không tìm thấy hồ sơ");
        assertThat(wrongCode.replace(unknown, code)).isEqualTo(wrongNumber);
    }

    @Test
    void answersNoMoreThanTenQuestionsAboutOneDossierInAnHour() {
        String code = accepted("000.00.15.H52-260824-7103");
        for (int asked = 0; asked < 10; asked++) {
            ask(code, "9%03d".formatted(asked)).is(200);
        }

        HubClient.Answer refused = ask(code, "0001").is(429);

        assertThat(refused.text()).contains("quá nhiều lần").doesNotContain("T*** V** T**");
        assertThat(refused.response().headers().firstValue("Retry-After")).contains("3600");
    }

    @Test
    void saysWhatIsMissingBeforeItLooksAnythingUp() {
        for (String secret : new String[] {"", "12", "12345", "abcd", "١٢٣٤"}) {
            assertThat(ask("000.00.15.H52-260824-7104", secret).is(200).text()).contains("Chưa đủ thông tin");
        }
        assertThat(ask("x".repeat(5000), "0001").is(200).text())
                .contains("Chưa đủ thông tin")
                .hasSizeLessThan(6000);
    }

    @Test
    void speaksEnglishWhenAskedAndKeepsTheCodeOfTheQrInTheForm() {
        String page =
                citizen.gets("/tra-cuu?lang=en&code=H52.14-261005-0001").is(200).text();

        assertThat(page).contains("lang=\"en\"", "Track your dossier", "value=\"H52.14-261005-0001\"");
    }

    @Test
    void showsWhatWasTypedAsTextAndNeverAsMarkup() {
        HubClient.Answer answer = ask("\"><script>alert(1)</script>", "0001").is(200);

        assertThat(answer.text()).contains("&lt;script&gt;").doesNotContain("<script");
        assertThat(answer.response().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
        assertThat(answer.response().headers().firstValue("Cache-Control")).contains("no-store");
    }

    private String accepted(String code) {
        land.pushes(LandSystem.ID, LandSystem.accepted(code));
        return code;
    }

    private HubClient.Answer ask(String code, String secret) {
        return citizen.submits("/tra-cuu", Map.of("code", code, "secret", secret));
    }
}
