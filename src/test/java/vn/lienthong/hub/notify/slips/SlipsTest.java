package vn.lienthong.hub.notify.slips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.platform.PlatformFixture;

/** Forms as people get them: every field in its place, PDF/A for the archive. */
class SlipsTest {

    private final Papers.Press press = Papers.Press.of(PlatformFixture.projectConfig());

    static Stream<Sheet> sheets() {
        return Stream.of(
                Papers.complete()
                        .in(DossierStatus.ACCEPTED, "2026-08-24T09:15:00", null)
                        .sheet(Form.RECEIPT),
                Papers.complete()
                        .in(DossierStatus.ACCEPTED, "2026-08-24T09:15:00", null)
                        .in(DossierStatus.WAIT_SUPPLEMENT, "2026-08-26T14:05:00", Papers.SUPPLEMENT)
                        .sheet(Form.SUPPLEMENT),
                Papers.complete()
                        .in(DossierStatus.NOT_ACCEPTED, "2026-08-24T15:00:00", Papers.REFUSAL)
                        .sheet(Form.REFUSAL),
                Papers.complete()
                        .in(DossierStatus.ACCEPTED, "2026-08-24T09:15:00", null)
                        .in(DossierStatus.IN_PROGRESS, "2026-08-25T08:00:00", null)
                        .entered("Cơ quan phối hợp chưa có ý kiến bằng văn bản.", "2026-09-17T17:00:00", null)
                        .sheet(Form.EXTENSION),
                Papers.complete()
                        .in(DossierStatus.ACCEPTED, "2026-08-24T09:15:00", null)
                        .in(DossierStatus.STOPPED, "2026-08-28T16:30:00", "Người nộp đề nghị rút hồ sơ.")
                        .sheet(Form.STOP),
                Papers.complete()
                        .in(DossierStatus.SUBMITTED, "2026-08-24T08:30:00", null)
                        .in(DossierStatus.ACCEPTED, "2026-08-24T09:15:00", null)
                        .in(DossierStatus.IN_PROGRESS, "2026-08-25T08:00:00", "Chuyển phòng chuyên môn thẩm định")
                        .in(DossierStatus.RESOLVED, "2026-09-11T16:00:00", null)
                        .sheet(Form.CONTROL));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void printsFormsThatAnArchiveTakes(Sheet sheet) throws Exception {
        archived(sheet.form(), press.pdf().print(press.page(sheet)));
    }

    @Test
    void printsARegisterBookThatAnArchiveTakes() throws Exception {
        byte[] pdf = press.pdf().print(press.page(Form.REGISTER, Papers.registerBook(60)));

        archived(Form.REGISTER, pdf);
        assertThat(text(pdf))
                .contains("SỔ THEO DÕI HỒ SƠ", "Tổng số", "NGUYỄN THỊ MẪU", "0900000001")
                .contains("01/08/2026", "31/08/2026")
                .doesNotContain("null", "${", "th:");
    }

    private static void archived(Form form, byte[] pdf) throws Exception {
        keep(form, pdf);
        VeraGreenfieldFoundryProvider.initialise();
        try (var foundry = Foundries.defaultInstance();
                var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                var validator = foundry.createValidator(PDFAFlavour.PDFA_2_B, false)) {
            var verdict = validator.validate(parser);
            assertThat(verdict.isCompliant())
                    .as(() -> verdict.getTestAssertions().toString())
                    .isTrue();
            assertThat(verdict.getTotalAssertions()).isGreaterThan(100);
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void writesTheWordsOfTheFormInVietnamese(Sheet sheet) throws IOException {
        String text = text(press.pdf().print(press.page(sheet)));

        assertThat(text)
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
                .contains("ỦY BAN NHÂN DÂN TỈNH SƠN LA", "SỞ NỘI VỤ TỈNH SƠN LA", Papers.CODE)
                .contains("Sơn La, ngày")
                .doesNotContain("null", "${", "th:");
    }

    @Test
    void tellsSubmitterAndOwnerApart() {
        String page = press.page(sheets().findFirst().orElseThrow());

        assertThat(page)
                .contains("Tiếp nhận hồ sơ của: <b>TRẦN VĂN THỬ</b>", "Chủ hồ sơ: <span>NGUYỄN THỊ MẪU</span>")
                .contains("09 giờ 15 phút, ngày 24 tháng 08 năm 2026", "09 giờ 15 phút, ngày 10 tháng 09 năm 2026")
                .contains("https://hub.example/tra-cuu?code=000.00.14.H52-260824-0002")
                .contains("data:image/png;base64,");
    }

    @Test
    void leavesADottedLineForWhatNobodySaid() {
        Sheet bare = Papers.of(Papers.facts(null, null))
                .in(DossierStatus.ACCEPTED, "2026-08-24T09:15:00", null)
                .sheet(Form.RECEIPT);

        assertThat(press.page(bare))
                .contains("Tiếp nhận hồ sơ của: <b>" + Words.DOTS + "</b>")
                .contains("Chủ hồ sơ: <span>" + Words.DOTS + "</span>")
                .contains("Điện thoại liên hệ: <span>" + Words.DOTS + "</span>");
    }

    @Test
    void printsHostileFactsAsWords() {
        String hostile = "<script>alert(1)</script> & ${7*7} \u0000 ]]> [[${maHoSo}]]";
        Sheet sheet = Papers.of(Papers.facts(Papers.party(hostile, "014090000001", "x"), null))
                .in(DossierStatus.ACCEPTED, "2026-08-24T09:15:00", null)
                .sheet(Form.RECEIPT);
        String page = press.page(sheet);

        assertThat(page).contains("&lt;script&gt;", "${7*7}", "[[${maHoSo}]]").doesNotContain("<script>", "&amp; 49");
        assertThat(press.pdf().print(page)).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Left in {@code target/slips} to be looked at. */
    private static void keep(Form form, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "slips"));
        Files.write(folder.resolve(form.number() + ".pdf"), pdf);
    }
}
