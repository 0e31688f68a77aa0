package vn.lienthong.hub.quality.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.platform.PlatformFixture;

/** Lists of other sides in their three forms, sound and damaged. */
class OtherListTest {

    private static final Layout LAYOUT =
            new Layouts(PlatformFixture.projectConfig()).find("portal-export").orElseThrow();
    private static final String HEADER = "MaHoSo,TrangThaiHoSo,NgayTiepNhan,NgayHenTra,DonViXuLy\n";
    private static final ListRow EXPECTED =
            new ListRow("H52.15-260824-0001", 4, "2026-08-24T09:15:00", "2026-09-10", "Sở Nội vụ", null);

    private final List<Long> unreadable = new ArrayList<>();
    private final List<String> unmapped = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MaHoSo,TrangThaiHoSo,NgayTiepNhan,NgayHenTra,DonViXuLy\n"
                        + "H52.15-260824-0001,4,20260824091500,10/09/2026,Sở Nội vụ\n",
                "\uFEFFMã hồ sơ;Trạng thái;Ngày tiếp nhận;Ngày hẹn trả;Đơn vị xử lý\r\n"
                        + "H52.15-260824-0001;Đang xử lý;24/08/2026 09:15:00;2026-09-10;\"Sở Nội vụ\"\r\n",
                "Đơn vị xử lý\tMã hồ sơ\tcột khác\tTrạng thái\tNgày hẹn trả\tNgày tiếp nhận\n"
                        + "Sở Nội vụ\tH52.15-260824-0001\tx\t4\t10/09/2026\t2026-08-24T02:15:00Z\n",
            })
    void readsTheSameRowFromEveryShapeOfCsv(String text) throws IOException {
        assertThat(csv(text.getBytes(StandardCharsets.UTF_8))).containsExactly(EXPECTED);
        assertThat(unreadable).isEmpty();
    }

    @Test
    void readsTheUnicodeTextOfASpreadsheet() throws IOException {
        byte[] text = ("MaHoSo\tTrangThai\nH52.15-260824-0001\tĐang xử lý\n").getBytes(StandardCharsets.UTF_16);
        assertThat(csv(text)).containsExactly(new ListRow("H52.15-260824-0001", 4, null, null, null, null));
    }

    @Test
    void readsJsonLinesAndCountsListedFiles() throws IOException {
        String lines = """
                {"MaHoSo":"H52.15-260824-0001","TrangThaiHoSo":"4","NgayTiepNhan":"20260824091500","TaiLieuNop":[{},{}]}

                {"MaHoSo":"H52.15-260824-0002"
                {"TrangThaiHoSo":"4"}
                """;
        assertThat(rows(lines.getBytes(StandardCharsets.UTF_8), ListFormat.NDJSON))
                .containsExactly(new ListRow("H52.15-260824-0001", 4, "2026-08-24T09:15:00", null, null, 2));
        assertThat(unreadable).containsExactly(3L, 4L);
    }

    @Test
    void readsAWorkbookBelowItsTitleAndItsDatesAsDates() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Danh sách");
            sheet.value(0, 0, "DANH SÁCH HỒ SƠ");
            String[] titles = {"Mã hồ sơ", "Trạng thái", "Ngày tiếp nhận", "Ngày hẹn trả", "Đơn vị xử lý"};
            for (int column = 0; column < titles.length; column++) {
                sheet.value(2, column, titles[column]);
            }
            sheet.value(3, 0, "H52.15-260824-0001");
            sheet.value(3, 1, 4);
            sheet.value(3, 2, LocalDateTime.of(2026, 8, 24, 9, 15));
            sheet.style(3, 2).format("dd/MM/yyyy HH:mm").set();
            sheet.value(3, 3, "10/09/2026");
            sheet.value(3, 4, "Sở Nội vụ");
        }
        assertThat(rows(bytes.toByteArray(), ListFormat.XLSX)).containsExactly(EXPECTED);
    }

    @Test
    void leavesWordsUncomparedThatNobodyMapped() throws IOException {
        assertThat(csv((HEADER + "A-1,chờ duyệt,hôm qua,,\n").getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new ListRow("A-1", null, null, null, null, null));
        assertThat(unmapped).containsExactlyInAnyOrder("status chờ duyệt", "receivedAt hôm qua");
    }

    @Test
    void tellsLinesOfAnotherEncodingFromLinesItCanRead() throws IOException {
        byte[] sound = (HEADER + "A-1,4,,,Sở Nội vụ\n").getBytes(StandardCharsets.UTF_8);
        byte[] foreign =
                "A-\u00e9,4,,,S\u00e9 N\u00f4i\nA-2,4,,,S\u00f4 C\u00f4ng\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(csv(joined(sound, foreign))).extracting(ListRow::code).containsExactly("A-1", "A-2");
        assertThat(unreadable).containsExactly(3L);
        assertThat(unmapped).singleElement().asString().startsWith("agency");
    }

    @Test
    void refusesAListWithoutTheColumnOfTheCode() {
        assertRefused("Số,Trạng thái\n1,4\n".getBytes(StandardCharsets.UTF_8), ListFormat.CSV, "list-column-missing");
        assertRefused(new byte[] {10}, ListFormat.CSV, "list-column-missing");
    }

    @Test
    void refusesAListThatCannotBeCutIntoLines() {
        String open = HEADER + "\"A-1,4,,,\n";
        byte[] endless = new byte[3 << 20];
        Arrays.fill(endless, (byte) 'a');
        assertRefused(joined(open.getBytes(StandardCharsets.UTF_8), endless), ListFormat.CSV, "list-broken");
        assertRefused(endless, ListFormat.NDJSON, "list-broken");
        assertRefused("no workbook".getBytes(StandardCharsets.UTF_8), ListFormat.XLSX, "list-broken");
    }

    @Test
    void letsNoBombGoOffInAWorkbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                zip.write(nothing);
            }
        }
        assertThat(bytes.size()).isLessThan(1 << 20);
        long files = temporaryFiles();
        assertRefused(bytes.toByteArray(), ListFormat.XLSX, "list-unpacks-too-large");
        assertThat(temporaryFiles()).isEqualTo(files);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "layouts: {one: {side: NOBODY}}",
                "layouts: {one: {side: PORTAL, columns: {status: [x]}}}",
                "layouts: {one: {side: PORTAL, statuses: {x: 11}}}",
                "layouts: {one: {side: PORTAL, dates: ['{']}}",
                "layouts: {one: {side: PORTAL, columns: {colour: [x]}}}",
            })
    void refusesALayoutByWhichNothingCouldBeRead(String yaml) {
        String usual = "usual: {columns: {code: [x]}, dates: [], statuses: {}}\n";
        assertThat(new Layouts(PlatformFixture.config(Map.of())).all()).isEmpty();
        var proposal = PlatformFixture.config(Map.of("reconciliation.yaml", usual + yaml))
                .current();
        assertThatThrownBy(() -> new LayoutsCheck().check(proposal)).hasMessageStartingWith("reconciliation.yaml: ");
    }

    private static long temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("list\\d+\\.xlsx"))
                    .count();
        }
    }

    private void assertRefused(byte[] bytes, ListFormat format, String rule) {
        assertThatThrownBy(() -> rows(bytes, format))
                .isInstanceOfSatisfying(
                        UnreadableListException.class,
                        refused -> assertThat(refused.reason().rule()).isEqualTo(rule));
    }

    private List<ListRow> csv(byte[] bytes) throws IOException {
        return rows(bytes, ListFormat.CSV);
    }

    private List<ListRow> rows(byte[] bytes, ListFormat format) throws IOException {
        List<ListRow> rows = new ArrayList<>();
        try (OtherList list = OtherList.open(new ByteArrayInputStream(bytes), format, LAYOUT)) {
            list.read(2, new Noted(), rows::addAll);
        }
        return rows;
    }

    private static byte[] joined(byte[]... parts) {
        List<InputStream> streams = new ArrayList<>();
        for (byte[] part : parts) {
            streams.add(new ByteArrayInputStream(part));
        }
        try (InputStream all = new SequenceInputStream(Collections.enumeration(streams))) {
            return all.readAllBytes();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private final class Noted implements OtherList.Findings {

        @Override
        public void unreadable(long line, Layout.Column column) {
            unreadable.add(line);
        }

        @Override
        public void unmapped(Layout.Column column, String text) {
            unmapped.add(column + " " + text);
        }
    }
}
