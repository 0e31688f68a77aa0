package vn.lienthong.hub.intake.collect.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.intake.RecordOutcome;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.platform.http.CsvCell;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.reason.ReasonText;
import vn.lienthong.hub.platform.reason.Reasons;

/** What was refused of a file, as a table that a spreadsheet opens; values are masked before they get here. */
final class Report {

    private static final String HEADER = "\ufeffban_ghi,ma_ho_so,truong,gia_tri,quy_tac,ly_do,cach_sua\r\n";

    private final StringBuilder text = new StringBuilder(HEADER);
    private int lines;

    void add(List<RecordOutcome> page) {
        for (RecordOutcome record : page) {
            if (record.state() == RecordState.REFUSED) {
                record.reasons().forEach(reason -> add(Integer.toString(record.no()), record.code(), reason));
            }
        }
    }

    boolean isEmpty() {
        return lines == 0;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Of a file that the door did not take. */
    static byte[] of(ProblemException problem) {
        Report report = new Report();
        report.add("", "", Reason.of(problem.kind()).with("detail", problem.detail()));
        return report.bytes();
    }

    private void add(String no, @Nullable String code, Reason reason) {
        ReasonText words = Reasons.text(reason, Reasons.VIETNAMESE);
        String line = Stream.of(no, code, words.field(), words.value(), words.rule(), words.sentence(), words.remedy())
                .map(CsvCell::of)
                .collect(Collectors.joining(","));
        text.append(line).append("\r\n");
        lines++;
    }
}
