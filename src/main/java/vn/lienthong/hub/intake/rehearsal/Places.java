package vn.lienthong.hub.intake.rehearsal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mapping reads of a record, and on which lines its files say so. */
record Places(Layers layers, List<Place> all) {

    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern NAME = Pattern.compile("(?<![$\\p{L}\\p{N}_])(?:[\\p{L}_][\\p{L}\\p{N}_]*|`[^`]+`)"
            + "(?:\\.(?:[\\p{L}_][\\p{L}\\p{N}_]*|`[^`]+`))*");
    private static final Pattern ROW_OR_INDEX = Pattern.compile("^#\\d+ |\\[\\d+]");

    /**
     * A line that reads something.
     *
     * @param canonical the name it fills, such as {@code fees[].amount}; empty when it only decides
     * @param sources paths of the record, without the numbers of list entries
     */
    record Place(String canonical, String expression, Set<String> sources, String pointer) {

        /** What only decides looks whether something is there, not at what is in it. */
        boolean reads(String path) {
            boolean whole = !canonical.isEmpty();
            return sources.stream().anyMatch(source -> path.equals(source) || whole && path.startsWith(source + "."));
        }
    }

    /** The names in a dotted path or an expression, below the entry they are read in. */
    static Set<String> names(String expression, String entry) {
        Set<String> names = new LinkedHashSet<>();
        Matcher name = NAME.matcher(LITERAL.matcher(expression).replaceAll(""));
        while (name.find()) {
            names.add(entry + name.group().replace("`", ""));
        }
        return names;
    }

    Line line(String pointer) {
        return layers.line(pointer);
    }

    Line line(Place place) {
        return line(place.pointer());
    }

    Optional<Place> filling(String canonical) {
        return all.stream().filter(place -> place.canonical().equals(canonical)).findFirst();
    }

    /** The line that reads what a message to the sender names; one that fills something before one that decides. */
    Optional<Place> named(String field) {
        String plain = plain(field);
        return all.stream()
                .filter(place ->
                        place.expression().equals(field) || place.sources().contains(plain))
                .min((one, other) -> Boolean.compare(
                        one.canonical().isEmpty(), other.canonical().isEmpty()));
    }

    /** The lines that read a path; those that fill something first. */
    List<Place> reading(String path) {
        return all.stream()
                .filter(place -> place.reads(path))
                .sorted((one, other) -> Boolean.compare(
                        one.canonical().isEmpty(), other.canonical().isEmpty()))
                .toList();
    }

    static String plain(String field) {
        return ROW_OR_INDEX.matcher(field).replaceAll("");
    }
}
