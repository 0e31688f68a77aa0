package vn.lienthong.hub.portal.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.PlainText;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.agency.Agency;
import vn.lienthong.hub.catalog.procedure.Procedure;
import vn.lienthong.hub.catalog.procedure.ServiceLevel;
import vn.lienthong.hub.platform.http.ProblemException;

/** The procedures of a day: found by words with or without marks, and one with its components, forms and versions. */
@RestController
class ProceduresEndpoint {

    private final Procedures procedures;
    private final Agencies agencies;
    private final AsOf asOf;

    ProceduresEndpoint(Procedures procedures, Agencies agencies, AsOf asOf) {
        this.procedures = procedures;
        this.agencies = agencies;
        this.asOf = asOf;
    }

    /** One procedure on the day; its level and the agencies that answer for it then. */
    record Line(
            String code,
            @Nullable String name,
            @Nullable String domain,
            @Nullable ServiceLevel level,
            List<Agency> answering,
            boolean provisional,
            boolean demo) {}

    record One(LocalDate on, Procedure procedure, List<Agency> answering, List<Long> versions) {}

    @GetMapping("/api/v1/catalog/procedures")
    Mono<Page<Line>> list(
            @RequestParam(name = "on", required = false) @Nullable LocalDate on,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "agency", required = false) @Nullable String agency,
            @RequestParam(name = "level", required = false) @Nullable ServiceLevel level,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        LocalDate day = asOf.day(on);
        return asOf.answer(() -> {
            PlainText query = PlainText.query(words);
            List<Line> found = procedures.all(day).stream()
                    .filter(one -> query.in(one.name(), one.code(), one.domainName()))
                    .map(one -> line(one, day))
                    .filter(line -> level == null || level == line.level())
                    .filter(line -> agency == null
                            || line.answering().stream().anyMatch(by -> by.id().equals(agency)))
                    .toList();
            return Page.of(day, found, page, size, line -> line);
        });
    }

    @GetMapping("/api/v1/catalog/procedures/{code}")
    Mono<One> read(
            @PathVariable(name = "code") String code,
            @RequestParam(name = "on", required = false) @Nullable LocalDate on) {
        LocalDate day = asOf.day(on);
        Procedure procedure = procedures.resolve(code, day).orElseThrow(() -> unknown(code, day));
        List<Long> versions =
                procedures.history(code).stream().map(Procedure::version).toList();
        return Mono.just(new One(day, procedure, answering(procedure, day), versions));
    }

    private Line line(Procedure procedure, LocalDate day) {
        var level = procedure.terms().level();
        return new Line(
                procedure.code(),
                procedure.name(),
                procedure.domainName(),
                level == null ? null : level.level(),
                answering(procedure, day),
                procedure.provisional(),
                procedure.demo());
    }

    private List<Agency> answering(Procedure procedure, LocalDate day) {
        String responsible = procedure.terms().responsible();
        return responsible == null ? List.of() : agencies.answering(responsible, procedure.code(), day);
    }

    private static ProblemException unknown(String code, LocalDate day) {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "unknown-procedure", "Ngày " + day + " không có thủ tục nào mang mã " + code);
    }
}
