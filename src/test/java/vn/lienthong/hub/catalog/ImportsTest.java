package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.AdministeredHub;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.catalog.agency.Resolution;
import vn.lienthong.hub.catalog.calendar.TimeLimit;
import vn.lienthong.hub.catalog.procedure.Procedure;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportsTest {

    private static final String IMPORTS = "/api/v1/config/imports";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 24);
    private static final String HEADER = "code,from,name,limit,responsible,level,historicLevel\n";

    private AdministeredHub hub;
    private HubClient administrator;

    @BeforeAll
    void starts() {
        hub = AdministeredHub.start();
        administrator = hub.administrator();
    }

    @AfterAll
    void closes() {
        hub.close();
    }

    @Test
    void namesRowColumnAndValueOfEveryFlawAmongTenThousandRowsAndAppliesNone() {
        String file = HEADER
                + String.join(
                        "\n",
                        IntStream.range(0, 10_000).mapToObj(ImportsTest::row).toList());
        long before = version();

        JsonNode report = imports("PROCEDURES", false, file).is(200).json();

        assertThat(report.path("rows").asInt()).isEqualTo(10_000);
        assertThat(report.path("flaws").valueStream().map(ImportsTest::told))
                .containsExactly(
                        "102 code 1.10010 import-bad-procedure-code",
                        "202 from 31/02/2026 import-bad-date",
                        "302 limit mai import-bad-limit",
                        "402 responsible Sở Không có import-unknown-agency",
                        "502 level FULL import-unreviewed-level",
                        "602 code 1.100599 import-repeated-row",
                        "702 historicLevel 7 import-bad-number");
        assertThat(report.at("/flaws/0/reason/remedy").asString()).isNotBlank();
        assertThat(imports("PROCEDURES", true, file).is(422).problem()).isEqualTo("import-refused");
        assertThat(version()).isEqualTo(before);
        assertThat(hub.hub().bean(Procedures.class).resolve("1.100001", TODAY)).isEmpty();
    }

    @Test
    void appliesATableAsANewVersionAndExportsItAndTakesItBack() throws IOException {
        long before = version();
        String file = HEADER
                + "1.200001,2026-01-01,Thủ tục thử một,07 Ngày làm việc,Sở Nội vụ,PARTIAL,3\n"
                + "1.200001,2026-06-01,Thủ tục thử hai,không,000.00.14.H52,,\n";

        JsonNode report = imports("PROCEDURES", true, file).is(200).json();

        assertThat(report.path("applied").asLong()).isEqualTo(before + 1);
        Procedures procedures = hub.hub().bean(Procedures.class);
        Procedure first =
                procedures.resolve("1.200001", LocalDate.of(2026, 5, 31)).orElseThrow();
        assertThat(first.limit()).isEqualTo(TimeLimit.workingDays(7));
        assertThat(first.terms().responsible()).isEqualTo("son-la.home-affairs");
        assertThat(procedures.resolve("1.200001", TODAY)).hasValueSatisfying(second -> {
            assertThat(second.version()).isEqualTo(2);
            assertThat(second.limit()).isNull();
            assertThat(second.limitKnown()).isTrue();
        });
        assertThat(exported("province/son-la/procedures.yaml")).contains("1.200001", "Thủ tục thử hai");
        administrator.posts("/api/v1/config/revert/" + before, "").is(200);
        assertThat(procedures.resolve("1.200001", TODAY)).isEmpty();
        assertThat(procedures.resolve("1.004889", TODAY)).isPresent();
    }

    @Test
    void appliesOnlyWithAReasonAndWhatWasSeen() {
        String file = HEADER + "1.200004,2026-01-01,Thủ tục thử,5 ngày,Sở Nội vụ,PARTIAL,3\n";
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        String apply = IMPORTS + "?kind=PROCEDURES&apply=true";
        HubClient.Answer silent = administrator.posts(apply, bytes, "text/csv").is(400);
        assertThat(silent.json().at("/errors/0/field").asString()).isEqualTo("reason");
        long seen =
                imports("PROCEDURES", false, file).is(200).json().path("base").asLong();
        String old = apply + "&reason=trial&base=" + (seen - 1);
        assertThat(administrator.posts(old, bytes, "text/csv").is(409).problem())
                .isEqualTo("configuration-changed");
        assertThat(version()).isEqualTo(seen);
        administrator
                .posts(apply + "&reason=trial&base=" + seen, bytes, "text/csv")
                .is(200);
        administrator.posts("/api/v1/config/revert/" + seen, "").is(200);
    }

    @Test
    void readsAWorkbookAndSaysWhereASpreadsheetLostTheLastZero() throws IOException {
        byte[] workbook = workbook(List.of(
                List.of("code", "from", "name"),
                List.of("1.200003", "46023", "Thủ tục thử"),
                List.of("1.20001", "1/3/2026", "Thủ tục thử")));

        JsonNode report = administrator
                .posts(IMPORTS + "?kind=PROCEDURES", workbook, XLSX)
                .is(200)
                .json();

        assertThat(report.path("added").valueStream().map(JsonNode::asString)).containsExactly("1.200003");
        assertThat(report.path("flaws").valueStream().map(ImportsTest::told))
                .containsExactly("3 code 1.20001 import-bad-procedure-code");
    }

    @Test
    void importsAgenciesWithOldAndNewCodes() {
        String file = "id;code;oldCode;name;parent;from\n"
                + "son-la.test-board;H52.77;000.00.77.H52;Ban Thử;son-la.people-committee;2026-01-01\n";
        imports("AGENCIES", true, file).is(200);
        Agencies agencies = hub.hub().bean(Agencies.class);
        for (String code : List.of("H52.77", "000.00.77.H52", "ban thử")) {
            assertThat(agencies.resolve(code, null, TODAY)).as(code).isInstanceOf(Resolution.Found.class);
        }
    }

    @Test
    void saysWhatAWholeFileIsWrongFor() {
        assertThat(told(imports("PROCEDURES", false, "code,name,fron\n").json().at("/flaws/0")))
                .isEqualTo("1 fron  import-unknown-column");
        assertThat(told(imports("PROCEDURES", false, "code,name\n").json().at("/flaws/0")))
                .isEqualTo("1 from  import-missing-column");
        administrator.posts(IMPORTS + "?kind=PROCEDURES", "{}").is(415);
        JsonNode nobody = administrator
                .posts(
                        IMPORTS + "?kind=REORGANISATION",
                        "\"on\": 2026-01-01\ndocument: x\nsuccessions: [{kind: MERGE, from: [a], into: [b]}]"
                                .getBytes(StandardCharsets.UTF_8),
                        "application/yaml")
                .is(200)
                .json();
        assertThat(nobody.at("/flaws/0/reason/sentence").asString()).contains("a");
        hub.hub()
                .as("operator")
                .posts(IMPORTS + "?kind=PROCEDURES", "code".getBytes(StandardCharsets.UTF_8), "text/csv")
                .is(403);
    }

    private static String row(int number) {
        String code = String.format(Locale.ROOT, "1.1%05d", number);
        return switch (number) {
            case 100 -> "1.10010,2026-01-01,Thủ tục,5 ngày,Sở Nội vụ,,";
            case 200 -> code + ",31/02/2026,Thủ tục,5 ngày,Sở Nội vụ,,";
            case 300 -> code + ",2026-01-01,Thủ tục,mai,Sở Nội vụ,,";
            case 400 -> code + ",2026-01-01,Thủ tục,5 ngày,Sở Không có,,";
            case 500 -> code + ",2026-01-01,Thủ tục,5 ngày,Sở Nội vụ,FULL,4";
            case 600 -> "1.100599,2026-01-01,Thủ tục,5 ngày,Sở Nội vụ,,";
            case 700 -> code + ",2026-01-01,Thủ tục,5 ngày,Sở Nội vụ,,7";
            default -> code + ",2026-01-01,Thủ tục " + number + ",5 ngày làm việc,Sở Nội vụ,PARTIAL,3";
        };
    }

    private static String told(JsonNode flaw) {
        JsonNode reason = flaw.path("reason");
        return flaw.path("row").asInt() + " " + reason.path("field").asString("") + " "
                + reason.path("value").asString("") + " " + reason.path("rule").asString();
    }

    private HubClient.Answer imports(String kind, boolean apply, String file) {
        return administrator.posts(
                IMPORTS + "?kind=" + kind + "&apply=" + apply + "&reason=trial",
                file.getBytes(StandardCharsets.UTF_8),
                "text/csv");
    }

    private long version() {
        return administrator
                .gets("/api/v1/config")
                .is(200)
                .json()
                .path("version")
                .asLong();
    }

    private String exported(String path) throws IOException {
        byte[] bytes = administrator.download("/api/v1/config/export");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(path)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    /** As small as a workbook can be; a cell of digits is a number, every other one a text. */
    private static byte[] workbook(List<List<String>> rows) throws IOException {
        StringBuilder sheet = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            sheet.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < rows.get(row).size(); column++) {
                String text = rows.get(row).get(column);
                String place = (char) ('A' + column) + String.valueOf(row + 1);
                sheet.append(
                        text.matches("\\d+")
                                ? "<c r=\"" + place + "\"><v>" + text + "</v></c>"
                                : "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
            }
            sheet.append("</row>");
        }
        sheet.append("</sheetData></worksheet>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            String relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            put(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Default Extension="xml" ContentType="application/xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            put(zip, "_rels/.rels", relationship(relation + "/officeDocument", "xl/workbook.xml"));
            put(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="%s"><sheets>
                    <sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>""".formatted(relation));
            put(zip, "xl/_rels/workbook.xml.rels", relationship(relation + "/worksheet", "worksheets/sheet1.xml"));
            put(zip, "xl/worksheets/sheet1.xml", sheet.toString());
        }
        return bytes.toByteArray();
    }

    private static String relationship(String type, String target) {
        return """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="%s" Target="%s"/></Relationships>""".formatted(type, target);
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
