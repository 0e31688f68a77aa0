package vn.lienthong.hub.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.agency.Agency;
import vn.lienthong.hub.catalog.agency.AgencyTable;
import vn.lienthong.hub.catalog.procedure.LevelFigures;
import vn.lienthong.hub.catalog.procedure.Procedure;

/** How many procedures of each department are online at which level. */
@Component
public class ServiceLevels {

    private final Catalog catalog;

    ServiceLevels(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * One agency's share; placeholders of the demonstration are counted apart and never in the other figures.
     *
     * @param agency null for procedures nobody is known to answer for
     */
    public record Share(@Nullable Agency agency, LevelFigures published, LevelFigures placeholders) {}

    /**
     * Of the procedures in force on the day, by the agency that answers for each on that day, in the order of their
     * names.
     */
    public List<Share> on(LocalDate date) {
        CatalogSnapshot now = catalog.now();
        Map<Optional<Agency>, List<Procedure>> shares = new LinkedHashMap<>();
        for (Procedure procedure : now.procedures().all(date)) {
            shares.computeIfAbsent(answering(now.agencies(), procedure, date), agency -> new ArrayList<>())
                    .add(procedure);
        }
        return shares.entrySet().stream()
                .map(share -> share(share.getKey().orElse(null), share.getValue()))
                .sorted(Comparator.comparing(
                        share -> share.agency() == null ? "" : share.agency().name()))
                .toList();
    }

    private static Optional<Agency> answering(AgencyTable agencies, Procedure procedure, LocalDate date) {
        String responsible = procedure.terms().responsible();
        if (responsible == null) {
            return Optional.empty();
        }
        List<Agency> found = agencies.successions().answering(responsible, procedure.code(), date);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Share share(@Nullable Agency agency, List<Procedure> procedures) {
        return new Share(
                agency,
                LevelFigures.of(procedures.stream().filter(one -> !one.demo()).toList()),
                LevelFigures.of(procedures.stream().filter(Procedure::demo).toList()));
    }
}
