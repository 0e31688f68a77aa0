package vn.lienthong.hub.intake.rehearsal;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.intake.rehearsal.Pointer.Pointed;

/** A report as people read it in a terminal. */
final class ReportText {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final StringBuilder text = new StringBuilder();

    private ReportText() {}

    static String of(Report report) {
        ReportText writer = new ReportText();
        Report.Words words = report.mapping();
        String version = words.since() == 0 ? "đề xuất" : "từ phiên bản cấu hình " + words.since();
        writer.line("%s: %s (%s, sha256 %s)"
                .formatted(
                        report.sender(),
                        String.join(" > ", words.files()),
                        version,
                        words.sha256().substring(0, 12)));
        writer.reasons("Không đọc được", report.undecodable());
        report.records().forEach(writer::record);
        return writer.text.toString();
    }

    private void record(Report.One one) {
        line("");
        line("Bản ghi %d: %s".formatted(one.no(), one.outcome()));
        reasons("Vi phạm", one.violations());
        reasons("Mã chưa biết", one.unknownCodes());
        one.doubts().forEach(doubt -> line("  nghi ngờ: " + doubt));
        if (one.dossier() != null || one.status() != null) {
            block("Hồ sơ chuẩn", one.dossier());
            block("Trạng thái", one.status());
        }
        one.neighbours().forEach(this::neighbour);
        coverage(one.coverage());
    }

    private void neighbour(Report.Told told) {
        block("Gửi " + told.neighbour(), told.record());
        told.steps().forEach(step -> line("  bước: " + step));
        if (told.hold() != null) {
            line("  giữ lại: " + told.hold());
        }
        told.missing().forEach(missing -> line("  thiếu %s  <- %s".formatted(missing.field(), at(missing.at()))));
    }

    private void coverage(Coverage coverage) {
        line("  Trường có ánh xạ:");
        coverage.mapped()
                .forEach(mapped -> line("    %s -> %s  <- %s"
                        .formatted(
                                mapped.from(),
                                mapped.to().isEmpty() ? "(điều kiện)" : String.join(", ", mapped.to()),
                                at(mapped.at()))));
        line("  Trường chưa ánh xạ (thêm dưới %s):"
                .formatted(
                        coverage.unmapped().isEmpty()
                                ? "fields"
                                : at(coverage.unmapped().getFirst().at())));
        coverage.unmapped().forEach(unmapped -> line("    " + unmapped.from()));
        line("  Trường chuẩn còn trống: "
                + coverage.empty().stream()
                        .map(empty -> empty.mapped()
                                ? empty.to() + " (dòng " + empty.at().line() + ")"
                                : empty.to())
                        .collect(Collectors.joining(", ")));
    }

    private void reasons(String title, List<Pointed> reasons) {
        reasons.forEach(pointed -> line("  %s: %s %s  <- %s"
                .formatted(title, pointed.reason().sentence(), pointed.reason().remedy(), at(pointed.at()))));
    }

    private void block(String title, @Nullable Object value) {
        if (value != null) {
            line("  " + title + ":");
            JSON.writeValueAsString(value).lines().forEach(row -> line("    " + row));
        }
    }

    private static String at(Line line) {
        return "config/" + line.file() + ":" + line.line();
    }

    private void line(String row) {
        text.append(row).append('\n');
    }
}
