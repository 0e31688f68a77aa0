package vn.lienthong.hub.quality.lists;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.lienthong.hub.dossier.DossierStatus;

/**
 * How a list of one kind is read: its columns by the titles they may bear, the patterns of its dates and what its words
 * for statuses mean.
 *
 * @param side whose list it is: {@code PORTAL} or {@code SENDER}
 * @param required columns without which the list is refused; the code always is one
 * @param provisional whether the layout is a proposal of ours
 */
public record Layout(
        String side,
        boolean provisional,
        Map<Column, List<String>> columns,
        Set<Column> required,
        List<String> dates,
        Map<String, Integer> statuses) {

    private static final Set<String> SIDES = Set.of("PORTAL", "SENDER");

    /** What of a dossier is compared. */
    public enum Column {
        code,
        status,
        receivedAt,
        dueAt,
        agency,
        files
    }

    public Layout {
        required = Set.copyOf(required);
        columns = Map.copyOf(columns);
        dates = List.copyOf(dates);
        statuses = Map.copyOf(statuses);
    }

    void check() {
        if (!SIDES.contains(side)) {
            throw new IllegalArgumentException("a layout's side is one of " + SIDES + ", not " + side);
        }
        if (titles(Column.code).isEmpty()) {
            throw new IllegalArgumentException("a layout names no column of the code");
        }
        statuses.values().forEach(DossierStatus::of);
        dates.forEach(pattern -> Objects.requireNonNull(DateTimeFormatter.ofPattern(pattern)));
    }

    /** The required columns of which none of these titles is the name. */
    List<Column> missing(Collection<String> titles) {
        Set<Column> wanted = new LinkedHashSet<>(List.of(Column.code));
        wanted.addAll(required);
        List<Column> missing = new ArrayList<>();
        for (Column column : wanted) {
            if (titles.stream().noneMatch(titles(column)::contains)) {
                missing.add(column);
            }
        }
        return missing;
    }

    List<String> titles(Column column) {
        return columns.getOrDefault(column, List.of());
    }
}
