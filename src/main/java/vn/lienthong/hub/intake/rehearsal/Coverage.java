package vn.lienthong.hub.intake.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.intake.value.Scalars;

/**
 * Which fields of a record the mapping reads, and which names of the canonical dossier stay empty.
 *
 * @param unmapped fields that say something and that no line reads
 */
record Coverage(List<Mapped> mapped, List<Unmapped> unmapped, List<Empty> empty) {

    /** A field that is read, where to and by which line. */
    record Mapped(String from, List<String> to, Line at) {}

    /** A field nobody reads, and the section where a line for it would stand. */
    record Unmapped(String from, Line at) {}

    /** A canonical name without a value; {@code mapped} says whether a line tried. */
    record Empty(String to, boolean mapped, Line at) {}

    static Coverage of(JsonNode record, JsonNode canonical, Places places) {
        Set<String> leaves = new LinkedHashSet<>();
        leaves(record, "", leaves);
        List<Mapped> mapped = new ArrayList<>();
        List<Unmapped> unmapped = new ArrayList<>();
        for (String leaf : leaves) {
            List<Places.Place> reading = places.reading(leaf);
            if (reading.isEmpty()) {
                unmapped.add(new Unmapped(leaf, places.line("/fields")));
            } else {
                mapped.add(new Mapped(leaf, targets(reading), places.line(reading.getFirst())));
            }
        }
        return new Coverage(mapped, unmapped, empty(canonical, places));
    }

    private static List<String> targets(List<Places.Place> reading) {
        return reading.stream()
                .map(Places.Place::canonical)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static List<Empty> empty(JsonNode canonical, Places places) {
        Set<String> filled = new LinkedHashSet<>();
        leaves(canonical, "", filled);
        List<Empty> empty = new ArrayList<>();
        for (String name : CanonicalNames.ALL) {
            if (!filled.contains(name.replace("[]", ""))) {
                places.filling(name)
                        .ifPresentOrElse(
                                place -> empty.add(new Empty(name, true, places.line(place))),
                                () -> empty.add(new Empty(name, false, places.line("/fields"))));
            }
        }
        return empty;
    }

    /** Paths of all values that say something, each list entry under the same path; marks of the decoder are none. */
    private static void leaves(JsonNode node, String path, Set<String> found) {
        if (node.isObject()) {
            node.properties().stream()
                    .filter(member -> !member.getKey().startsWith("#"))
                    .forEach(member -> leaves(
                            member.getValue(), path.isEmpty() ? member.getKey() : path + "." + member.getKey(), found));
        } else if (node.isArray()) {
            node.forEach(entry -> leaves(entry, path, found));
        } else if (!Scalars.isBlank(node) && !path.isEmpty()) {
            found.add(path);
        }
    }
}
