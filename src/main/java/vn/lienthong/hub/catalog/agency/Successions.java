package vn.lienthong.hub.catalog.agency;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who answers today for an agency of another day. */
public final class Successions {

    private final List<AgencyFile.Succession> edges;
    private final BiFunction<String, LocalDate, Optional<Agency>> find;

    Successions(List<AgencyFile.Succession> edges, BiFunction<String, LocalDate, Optional<Agency>> find) {
        this.edges = edges;
        this.find = find;
    }

    /** The agency itself while nothing took the procedure from it; none when it ended without a successor. */
    public List<Agency> answering(String id, @Nullable String procedure, LocalDate date) {
        Set<String> seen = new LinkedHashSet<>();
        return followed(id, procedure, date, seen).distinct().toList();
    }

    private Stream<Agency> followed(String id, @Nullable String procedure, LocalDate date, Set<String> seen) {
        if (!seen.add(id)) {
            return Stream.empty();
        }
        List<AgencyFile.Succession> left = leaving(id, date);
        List<AgencyFile.Succession> named = left.stream()
                .filter(edge -> procedure != null && edge.onlyFor().contains(procedure))
                .toList();
        Optional<Agency> itself = find.apply(id, date);
        if (named.isEmpty() && itself.isPresent()) {
            return itself.stream();
        }
        List<AgencyFile.Succession> taken = named.isEmpty()
                ? left.stream().filter(edge -> whole(edge, procedure)).toList()
                : named;
        return taken.stream()
                .flatMap(edge -> edge.into().stream())
                .flatMap(next -> followed(next, procedure, date, seen));
    }

    public List<AgencyFile.Succession> of(String id) {
        return edges.stream()
                .filter(edge -> edge.from().contains(id) || edge.into().contains(id))
                .toList();
    }

    /** A part that was taken over counts only for the procedures it names. */
    private static boolean whole(AgencyFile.Succession edge, @Nullable String procedure) {
        return edge.kind() != SuccessionKind.ABSORB_PART && (edge.onlyFor().isEmpty() || procedure == null);
    }

    private List<AgencyFile.Succession> leaving(String id, LocalDate date) {
        return edges.stream()
                .filter(edge -> edge.from().contains(id) && !edge.into().contains(id))
                .filter(edge -> !edge.on().isAfter(date))
                .toList();
    }
}
