package vn.lienthong.hub.intake.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.platform.reason.Reason;

/** What {@code config/attachments.yaml} of this repository takes and refuses. */
class FileCheckTest {

    private static final String DOCX = "wordprocessingml.document";
    private static final String XLSX = "spreadsheetml.sheet";
    private static final String TAKEN = "taken";

    private static final FileRules RULES = rules();
    private final FileCheck check = new FileCheck(RULES, VirusScan.NONE);

    static Stream<Arguments> files() {
        byte[] pdf = Sample.pdf();
        byte[] jpeg = Sample.picture("jpg");
        byte[] docx = Sample.document(DOCX, Map.of());
        byte[] doc = Sample.compound("Root Entry", "WordDocument");
        return Stream.of(
                Arguments.of("a.pdf", pdf, TAKEN),
                Arguments.of("a paper without an ending", pdf, TAKEN),
                Arguments.of("Số 12.2026", pdf, TAKEN),
                Arguments.of("A.PDF", pdf, TAKEN),
                Arguments.of("locked against printing.pdf", Sample.pdf(""), TAKEN),
                Arguments.of("locked.pdf", Sample.pdf("secret"), "attachment-encrypted"),
                Arguments.of("cut.pdf", cut(pdf), "attachment-truncated"),
                Arguments.of("a.jpg", jpeg, TAKEN),
                Arguments.of("a.png", Sample.picture("png"), TAKEN),
                Arguments.of("a.tif", Sample.picture("tiff"), TAKEN),
                Arguments.of("cut.jpg", cut(jpeg), "attachment-truncated"),
                Arguments.of("cut.png", cut(Sample.picture("png")), "attachment-truncated"),
                Arguments.of("cut.tif", Arrays.copyOf(Sample.picture("tiff"), 6), "attachment-truncated"),
                Arguments.of("a.docx", docx, TAKEN),
                Arguments.of("a.xlsx", Sample.document(XLSX, Map.of()), TAKEN),
                Arguments.of("cut.docx", cut(docx), "attachment-truncated"),
                Arguments.of("a.doc", doc, TAKEN),
                Arguments.of("a.xls", Sample.compound("Root Entry", "Workbook"), TAKEN),
                Arguments.of("macro.doc", Sample.compound("WordDocument", "Macros"), "attachment-executable"),
                Arguments.of("locked.docx", Sample.compound("EncryptedPackage"), "attachment-encrypted"),
                Arguments.of("cut.doc", Arrays.copyOf(doc, 200), "attachment-truncated"),
                Arguments.of("a.xml", Sample.text("<?xml version=\"1.0\"?><a><b/></a>"), TAKEN),
                Arguments.of("a.xml", Sample.text("<?xml version=\"1.0\"?><a><b/>"), "attachment-unreadable"),
                Arguments.of(
                        "a.xml",
                        Sample.text("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a/>"),
                        "attachment-unreadable"),
                Arguments.of("a.zip", Sample.zip(Map.of("a.pdf", pdf, "b/c.docx", docx)), TAKEN),
                Arguments.of("a.pdf", new byte[0], "attachment-empty"),
                Arguments.of("a.pdf", Sample.program(), "attachment-executable"),
                Arguments.of("a.pdf.exe", pdf, "attachment-executable"),
                Arguments.of("a.pdf", Sample.text("#!/bin/sh\nrm -rf /\n"), "attachment-executable"),
                Arguments.of("a.pdf", Sample.text("<html><body>404</body></html>"), "attachment-executable"),
                Arguments.of("a.zip", Sample.zip(Map.of("b.js", Sample.text("1"))), "attachment-executable"),
                Arguments.of("a.zip", Sample.zip(Map.of("b.txt", Sample.program())), "attachment-executable"),
                Arguments.of(
                        "a.docx",
                        Sample.zip(Map.of("[Content_Types].xml", Sample.text("<T>vbaProject</T>"))),
                        "attachment-executable"),
                Arguments.of("a.txt", Sample.text("Tờ khai"), "attachment-type-not-allowed"),
                Arguments.of("a.pdf", Sample.picture("gif"), "attachment-type-not-allowed"),
                Arguments.of("a.pdf", jpeg, "attachment-unlike-name"),
                Arguments.of("a.docx", Sample.document(XLSX, Map.of()), "attachment-unlike-name"),
                Arguments.of("a.docx", Sample.zip(Map.of("a.pdf", pdf)), "attachment-unlike-name"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("files")
    void judgesAFileByItsBytes(String name, byte[] content, String expected) {
        assertThat(judged(offered(name, content))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"a.zip, b.bin", "a.docx, word/media/image1.bmp", "a.xlsx, xl/worksheets/sheet1.xml"})
    void refusesWhatUnpacksToFarMoreThanADocumentHolds(String name, String entry) {
        assertThat(judged(offered(name, Sample.bomb(entry, 40)))).isEqualTo("attachment-unpacks-too-large");
    }

    @Test
    void refusesABombInsideAnArchiveInsideAnArchive() {
        byte[] nested = Sample.zip(Map.of("a.zip", Sample.zip(Map.of("b.zip", Sample.bomb("c", 40)))));
        assertThat(judged(offered("a.zip", nested))).isEqualTo("attachment-unpacks-too-large");
        byte[] deep = Sample.zip(Map.of(
                "a.zip",
                Sample.zip(Map.of("b.zip", Sample.zip(Map.of("c.zip", Sample.zip(Map.of("d", new byte[1]))))))));
        assertThat(judged(offered("a.zip", deep))).isEqualTo("attachment-unpacks-too-large");
    }

    @Test
    void refusesAnArchiveOfTooManyEntries() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i <= RULES.archives().entries(); i++) {
            entries.put("a" + i, new byte[0]);
        }
        assertThat(judged(offered("a.zip", Sample.zip(entries)))).isEqualTo("attachment-unpacks-too-large");
    }

    @Test
    void refusesAFileOrARecordThatIsTooLarge() throws IOException {
        FileRules small = new FileRules(
                RULES.types(), DataSize.ofBytes(2_000), DataSize.ofBytes(3_000), RULES.executable(), RULES.archives());
        FileCheck strict = new FileCheck(small, VirusScan.NONE);
        var together = new FileCheck.Together();
        assertThat(strict.judge(offered("a.pdf", new byte[2_001]), "f", together))
                .map(Reason::rule)
                .contains("attachment-too-large");
        Offered fits = offered("a.pdf", Arrays.copyOf(Sample.pdf(), 1_800));
        strict.judge(fits, "f", together);
        assertThat(strict.judge(fits, "f", together)).map(Reason::rule).contains("attachments-too-large");
    }

    @Test
    void readsAHashByItsLength() {
        assertThat(AgreedHash.of("da39a3ee5e6b4b0d3255bfef95601890afd80709").algorithm())
                .isEqualTo("SHA-1");
        assertThat(AgreedHash.of("d41d8cd98f00b204e9800998ecf8427e").algorithm())
                .isEqualTo("MD5");
        assertThat(AgreedHash.of("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=").algorithm())
                .isEqualTo("SHA-256");
        assertThat(AgreedHash.of("no hash").is(new byte[32])).isFalse();
        assertThat(AgreedHash.of(" ").is(null)).isTrue();
    }

    @Test
    void comparesWhatTheSenderSaidOfAFile() {
        byte[] pdf = Sample.pdf();
        assertThat(judged(new Offered("a.pdf", null, "00".repeat(32), null, content(pdf))))
                .isEqualTo("attachment-hash-differs");
        assertThat(judged(new Offered("a.pdf", null, null, pdf.length + 1L, content(pdf))))
                .isEqualTo("attachment-size-differs");
        assertThat(judged(new Offered("a.pdf", "image/png; q=1", null, null, content(pdf))))
                .isEqualTo("attachment-unlike-name");
        assertThat(judged(new Offered("a.pdf", "application/octet-stream", null, null, content(pdf))))
                .isEqualTo(TAKEN);
    }

    private String judged(Offered file) {
        try {
            return check.judge(file, "papers[0]", new FileCheck.Together())
                    .map(Reason::rule)
                    .orElse(TAKEN);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Offered offered(String name, byte[] content) {
        return new Offered(name, null, null, null, content(content));
    }

    private static Offered.Content content(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    private static byte[] cut(byte[] whole) {
        return Arrays.copyOf(whole, whole.length * 2 / 3);
    }

    private static FileRules rules() {
        try {
            String text = Files.readString(Path.of("config/attachments.yaml"));
            return YAMLMapper.shared().readValue(text, FileRules.class);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
