package vn.lienthong.hub.quality.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.quality.lists.ListRow;

/** One range of codes of all sides: who lacks what, and where two have different things. */
final class Page {

    private final Register register;
    private final Scope scope;
    private final Comparison comparison;
    private final Tally tally;
    private final List<Finding> found = new ArrayList<>();

    Page(Register register, Scope scope, Comparison comparison, Tally tally) {
        this.register = register;
        this.scope = scope;
        this.comparison = comparison;
        this.tally = tally;
    }

    /**
     * A side of the page.
     *
     * @param sender whose dossiers it lists, null for all
     * @param settled what changed here after this moment is in transit
     */
    record Side(Against against, @Nullable String sender, Instant settled, List<Theirs> rows) {}

    List<Finding> compare(List<Ours> ours, List<Side> sides) {
        Map<String, Ours> here = new LinkedHashMap<>();
        ours.forEach(one -> here.put(one.code(), one));
        sides.forEach(side -> compare(here, side));
        return found;
    }

    private void compare(Map<String, Ours> inScope, Side side) {
        Map<String, Theirs> there = single(side);
        Map<String, Ours> here = new LinkedHashMap<>(inScope);
        Set<String> strangers = new TreeSet<>(there.keySet());
        strangers.removeAll(inScope.keySet());
        here.putAll(register.byCodes(strangers));
        Map<UUID, Integer> files = files(here, there);
        for (Ours one : here.values()) {
            Theirs other = there.get(one.code());
            if (side.sender() != null && !side.sender().equals(one.sender()) && other == null) {
                continue;
            }
            if (one.changedAt().isAfter(side.settled())) {
                tally.add("inTransit", 1);
            } else if (other == null) {
                found.add(new Finding(side.against(), Kind.ONLY_HERE, one, null, status(one.status()), null));
            } else if (inScope.containsKey(one.code()) || ofScopesSender(one) && placed(other.row())) {
                compare(one, other, side.against(), files.get(one.id()));
            }
        }
        strangers.removeAll(here.keySet());
        strangers.forEach(key -> onlyThere(there, key, side.against()));
    }

    private void compare(Ours one, Theirs other, Against against, @Nullable Integer files) {
        List<Finding> differences = new ArrayList<>(comparison.of(against, one, other));
        Integer theirs = other.row().files();
        if (theirs == null || files == null) {
            tally.notComparable(against, "files");
        } else if (theirs < files) {
            differences.add(new Finding(
                    against, Kind.FILE_MISSING, one, other, Integer.toString(files), Integer.toString(theirs)));
        }
        if (differences.isEmpty()) {
            tally.add("agree", 1);
        }
        found.addAll(differences);
    }

    /** The facts are opened only where the list counts files. */
    private Map<UUID, Integer> files(Map<String, Ours> here, Map<String, Theirs> there) {
        List<UUID> counted = here.values().stream()
                .filter(one -> {
                    Theirs other = there.get(one.code());
                    return other != null && other.row().files() != null;
                })
                .map(Ours::id)
                .toList();
        return counted.isEmpty() ? Map.of() : register.files(counted);
    }

    private boolean ofScopesSender(Ours one) {
        return scope.sender() == null || scope.sender().equals(one.sender());
    }

    private void onlyThere(Map<String, Theirs> there, String key, Against against) {
        Theirs row = there.get(key);
        if (row == null) {
            return;
        }
        if (scope.sender() != null && against == Against.PORTAL) {
            tally.add("unplaced", 1);
        } else if (placed(row.row())) {
            found.add(new Finding(
                    against, Kind.ONLY_THERE, null, row, null, status(row.row().status())));
        }
    }

    /** Whether the row itself says that it lies in the scope; where it says too little it is counted and left alone. */
    private boolean placed(ListRow row) {
        if (scope.agency() != null) {
            String meant = row.agency() == null ? null : comparison.meant(row.agency(), null, null);
            if (!scope.agency().equals(meant)) {
                tally.add(meant == null ? "unplaced" : "outside", 1);
                return false;
            }
        }
        if (scope.period()) {
            boolean covered = row.receivedAt() != null && scope.covers(row.receivedAt());
            if (!covered) {
                tally.add(row.receivedAt() == null ? "unplaced" : "outside", 1);
                return false;
            }
        }
        return true;
    }

    /** Of rows under one code the first is compared; others that say something else are a difference of their own. */
    private Map<String, Theirs> single(Side side) {
        Map<String, Theirs> there = new LinkedHashMap<>();
        for (Theirs row : side.rows()) {
            Theirs first = there.putIfAbsent(row.key(), row);
            if (first != null) {
                tally.add("duplicates", 1);
                if (!first.row().equals(row.row())) {
                    found.add(new Finding(
                            side.against(),
                            Kind.LISTED_TWICE,
                            null,
                            row,
                            status(first.row().status()),
                            status(row.row().status())));
                }
            }
        }
        return there;
    }

    private static @Nullable String status(@Nullable Integer status) {
        return status == null ? null : status.toString();
    }
}
