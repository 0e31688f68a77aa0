package vn.lienthong.hub.console;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.quality.OnlineReport;
import vn.lienthong.hub.quality.ProgressReport;
import vn.lienthong.hub.quality.Reports;

/** The province's reports for staff, as JSON, or with {@code format=xlsx} or {@code csv} as a file. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportsEndpoint {

    private static final MediaType SHEET =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType LINES = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String XLSX = "xlsx";
    private static final String CSV = "csv";

    private final Reports reports;
    private final Scheduler blocking;

    ReportsEndpoint(Reports reports, Scheduler blocking) {
        this.reports = reports;
        this.blocking = blocking;
    }

    @GetMapping("/online")
    Mono<ResponseEntity<Object>> online(@RequestParam int year, @RequestParam(defaultValue = "json") String format) {
        return answer(
                () -> reports.online(year),
                (OnlineReport report) -> ReportSheets.of(report),
                (OnlineReport report) -> ReportLines.of(report),
                "truc-tuyen-" + year,
                format);
    }

    /** {@code from} and {@code to} are the first and the last day of the period. */
    @GetMapping("/06a")
    Mono<ResponseEntity<Object>> byDomain(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "json") String format) {
        inOrder(from, to);
        return answer(
                () -> reports.byDomain(from, to, agency),
                (ProgressReport report) -> ReportSheets.of(report),
                (ProgressReport report) -> ReportLines.of(report),
                "06a",
                format);
    }

    @GetMapping("/06b")
    Mono<ResponseEntity<Object>> byAgency(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "json") String format) {
        inOrder(from, to);
        return answer(
                () -> reports.byAgency(from, to),
                (ProgressReport report) -> ReportSheets.of(report),
                (ProgressReport report) -> ReportLines.of(report),
                "06b",
                format);
    }

    private <T> Mono<ResponseEntity<Object>> answer(
            Supplier<T> report, Function<T, byte[]> sheet, Function<T, byte[]> lines, String name, String format) {
        return Mono.fromCallable(() -> switch (format) {
                    case XLSX -> file(SHEET, name + ".xlsx", sheet.apply(report.get()));
                    case CSV -> file(LINES, name + ".csv", lines.apply(report.get()));
                    default -> ResponseEntity.ok().<Object>body(report.get());
                })
                .subscribeOn(blocking);
    }

    private static ResponseEntity<Object> file(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }

    private static void inOrder(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-period",
                    "Ngày cuối kỳ (to) phải từ ngày đầu kỳ (from) trở đi",
                    List.of(new Reason("to-before-from", "to", to.toString(), Map.of("from", from.toString()))));
        }
    }
}
