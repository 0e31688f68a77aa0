package vn.lienthong.hub.console;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.http.CsvCell;
import vn.lienthong.hub.quality.OnlineReport;
import vn.lienthong.hub.quality.ProgressReport;

/** Writes reports as CSV: a heading, the rows and their sum; with the mark by which spreadsheets know UTF-8. */
final class ReportLines {

    private static final String MARK = "\uFEFF";

    private final StringBuilder text = new StringBuilder(MARK);

    private ReportLines() {}

    static byte[] of(OnlineReport report) {
        var lines = new ReportLines();
        lines.line(List.of("key", "name", "filed", "online", "filedBefore", "onlineBefore", "changePercent"));
        report.rows().forEach(row -> lines.online(row.agency(), row.name(), row));
        lines.online("", ReportSheets.SUM, report.total());
        return lines.bytes();
    }

    static byte[] of(ProgressReport report) {
        var lines = new ReportLines();
        List<Object> heading = new ArrayList<>(List.of("key", "name"));
        heading.addAll(ProgressReport.COLUMNS);
        lines.line(heading);
        report.rows().forEach(row -> lines.progress(row.key(), row.name(), row));
        lines.progress("", ReportSheets.SUM, report.total());
        return lines.bytes();
    }

    private void online(@Nullable String key, @Nullable String name, OnlineReport.Row row) {
        line(Arrays.asList(
                key, name, row.filed(), row.online(), row.filedBefore(), row.onlineBefore(), row.changePercent()));
    }

    private void progress(@Nullable String key, @Nullable String name, ProgressReport.Row row) {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(key, name));
        Arrays.stream(row.numbers()).forEach(cells::add);
        line(cells);
    }

    private void line(List<? extends @Nullable Object> cells) {
        text.append(cells.stream().map(CsvCell::of).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
