package vn.lienthong.hub.catalog.imports;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import vn.lienthong.hub.catalog.Agencies;

/** What the form of an uploaded YAML file cannot say: days in order, versions apart, agencies that are described. */
final class YamlCheck {

    private final Agencies agencies;

    YamlCheck(Agencies agencies) {
        this.agencies = agencies;
    }

    void procedure(Part entry) {
        List<Part> versions = entry.members("versions");
        apart(versions);
        once(versions, "version");
        for (Part version : versions) {
            Part level = version.field("level");
            boolean full =
                    level.text("today").equals("FULL") && level.text("historic").equals("4");
            if (full && level.text("reviewedBy").isEmpty()) {
                level.field("today").wrong("import-unreviewed-level");
            }
            Part responsible = version.field("responsible");
            LocalDate from = version.field("from").day();
            if (from != null && !responsible.text().isEmpty()) {
                NamedAgency named = NamedAgency.of(responsible.text(), from, agencies);
                if (named.id() == null) {
                    responsible.wrong(named.rule());
                }
            }
        }
    }

    static void agency(Part entry, Predicate<String> described) {
        List<Part> versions = entry.members("versions");
        apart(versions);
        entry.members("codes").forEach(YamlCheck::forwards);
        versions.forEach(version -> described(version.field("parent"), described));
    }

    static void succession(Part edge, Predicate<String> described) {
        edge.members("from").forEach(agency -> described(agency, described));
        edge.members("into").forEach(agency -> described(agency, described));
    }

    /** Notes entries that are there twice. */
    static void once(List<Part> entries, String key) {
        Set<String> seen = new HashSet<>();
        entries.stream()
                .map(entry -> entry.field(key))
                .filter(value -> !value.text().isEmpty() && !seen.add(value.text()))
                .forEach(value -> value.wrong("import-repeated-entry"));
    }

    private static void described(Part agency, Predicate<String> described) {
        if (!agency.text().isEmpty() && !described.test(agency.text())) {
            agency.wrong("import-unknown-agency");
        }
    }

    /** Notes versions that end before they begin, or hold on a day on which one before them holds. */
    private static void apart(List<Part> versions) {
        for (int index = 0; index < versions.size(); index++) {
            Part version = versions.get(index);
            boolean overlaps = versions.subList(0, index).stream().anyMatch(earlier -> overlap(earlier, version));
            if (overlaps) {
                version.field("from").wrong("import-overlap");
            }
            forwards(version);
        }
    }

    private static void forwards(Part dated) {
        LocalDate from = dated.field("from").day();
        LocalDate until = dated.field("until").day();
        if (from != null && until != null && !from.isBefore(until)) {
            dated.field("until").wrong("import-backwards");
        }
    }

    private static boolean overlap(Part one, Part other) {
        return before(one, other) && before(other, one);
    }

    private static boolean before(Part one, Part other) {
        LocalDate from = one.field("from").day();
        LocalDate until = other.field("until").day();
        return from != null && (until == null || from.isBefore(until));
    }
}
