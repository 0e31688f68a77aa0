package vn.lienthong.hub.portal.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.catalog.ServiceLevels;
import vn.lienthong.hub.catalog.procedure.LevelFigures;

/** How many procedures of each department are online at which level, on a day. */
@RestController
class LevelsEndpoint {

    private final ServiceLevels levels;
    private final AsOf asOf;

    LevelsEndpoint(ServiceLevels levels, AsOf asOf) {
        this.levels = levels;
        this.asOf = asOf;
    }

    record Statistic(LocalDate on, List<Department> departments) {}

    /** The agency is absent for procedures nobody is known to answer for; {@code demo} holds placeholders only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Department(@Nullable String id, @Nullable String name, Counted published, Counted demo) {

        static Department of(ServiceLevels.Share share) {
            var agency = share.agency();
            return new Department(
                    agency == null ? null : agency.id(),
                    agency == null ? null : agency.name(),
                    Counted.of(share.published()),
                    Counted.of(share.placeholders()));
        }
    }

    /** @param percent of the historic levels, of all procedures counted here */
    record Counted(LevelFigures figures, SortedMap<Integer, BigDecimal> percent) {

        static Counted of(LevelFigures figures) {
            SortedMap<Integer, BigDecimal> percent = new TreeMap<>();
            figures.historic().keySet().forEach(level -> percent.put(level, figures.percent(level)));
            return new Counted(figures, percent);
        }
    }

    @GetMapping("/api/v1/catalog/levels")
    Mono<Statistic> count(@RequestParam(name = "on", required = false) @Nullable LocalDate on) {
        LocalDate day = asOf.day(on);
        return asOf.answer(() ->
                new Statistic(day, levels.on(day).stream().map(Department::of).toList()));
    }
}
