package vn.lienthong.hub.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.quality.OnlineReport;
import vn.lienthong.hub.quality.ProgressReport;

/** Writes reports as XLSX: what is counted in the first row, then a heading, the rows and their sum. */
final class ReportSheets {

    private static final int HEADING = 2;
    static final String SUM = "Tổng";
    private static final String NO_AGENCY = "(không rõ)";

    private ReportSheets() {}

    static byte[] of(OnlineReport report) {
        return sheet("Trực tuyến " + report.year(), report.cohort(), sheet -> {
            heading(
                    sheet,
                    List.of(
                            "Cơ quan",
                            "Hồ sơ " + report.year(),
                            "Trực tuyến " + report.year(),
                            "Hồ sơ " + (report.year() - 1),
                            "Trực tuyến " + (report.year() - 1),
                            "Tăng (%)"));
            int at = HEADING;
            for (OnlineReport.Row row : report.rows()) {
                online(sheet, ++at, name(row.name(), row.agency()), row);
            }
            online(sheet, ++at, SUM, report.total());
        });
    }

    static byte[] of(ProgressReport report) {
        return sheet(report.form(), report.cohort(), sheet -> {
            sheet.value(1, 0, "Từ " + report.from() + " đến " + report.to());
            heading(sheet, List.of(report.form().equals("06b") ? "Cơ quan" : "Lĩnh vực"));
            for (int i = 0; i < ProgressReport.COLUMNS.size(); i++) {
                sheet.value(HEADING, i + 1, ProgressReport.COLUMNS.get(i));
            }
            int at = HEADING;
            for (ProgressReport.Row row : report.rows()) {
                progress(sheet, ++at, name(row.name(), row.key()), row);
            }
            progress(sheet, ++at, SUM, report.total());
        });
    }

    private static void online(Worksheet sheet, int at, String name, OnlineReport.Row row) {
        sheet.value(at, 0, name);
        long[] numbers = {row.filed(), row.online(), row.filedBefore(), row.onlineBefore()};
        for (int i = 0; i < numbers.length; i++) {
            sheet.value(at, i + 1, numbers[i]);
        }
        if (row.changePercent() != null) {
            sheet.value(at, numbers.length + 1, row.changePercent());
        }
    }

    private static void progress(Worksheet sheet, int at, String name, ProgressReport.Row row) {
        sheet.value(at, 0, name);
        long[] numbers = row.numbers();
        for (int i = 0; i < numbers.length; i++) {
            sheet.value(at, i + 1, numbers[i]);
        }
    }

    private static String name(@Nullable String name, @Nullable String key) {
        String known = Objects.requireNonNullElse(name, Objects.requireNonNullElse(key, ""));
        return known.isEmpty() ? NO_AGENCY : known;
    }

    private static void heading(Worksheet sheet, List<String> titles) {
        for (int i = 0; i < titles.size(); i++) {
            sheet.value(HEADING, i, titles.get(i));
        }
        sheet.range(HEADING, 0, HEADING, ProgressReport.COLUMNS.size())
                .style()
                .bold()
                .set();
        sheet.freezePane(1, HEADING + 1);
    }

    private interface Content {
        void write(Worksheet sheet);
    }

    private static byte[] sheet(String title, String cohort, Content content) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "LienThong", "1.0")) {
            Worksheet sheet = book.newWorksheet(title);
            sheet.value(0, 0, cohort);
            content.write(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
