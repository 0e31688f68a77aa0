package vn.lienthong.hub.catalog.procedure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.hub.catalog.calendar.Period;

/** The dated versions of every procedure. */
public final class ProcedureTable {

    /** A provincial copy: the national code and the code of the agency that copied it, long or short. */
    private static final Pattern COPY =
            Pattern.compile("(\\d\\.\\d{6})\\.(?:\\d{3}\\.\\d{2}\\.\\d{2,3}\\.)?([GH]\\d{2})");

    private final SortedMap<String, Known> procedures = new TreeMap<>();
    private final Map<String, String> otherCodes = new HashMap<>();
    private final String province;

    /** A procedure as a file describes it. */
    record Known(ProcedureFile.Entry entry, boolean demo) {

        Procedure of(ProcedureFile.Version version) {
            return version.of(entry.code(), demo);
        }
    }

    /** What the demonstration describes hides what the province says of the same procedure. */
    public ProcedureTable(String province, List<ProcedureFile> files, List<ProcedureFile> demo) {
        this.province = province;
        files.forEach(file -> add(file, false));
        demo.forEach(file -> add(file, true));
    }

    /** In the order of the codes. */
    Collection<Known> entries() {
        return procedures.values();
    }

    public Optional<Procedure> resolve(String code, LocalDate date) {
        return known(code).flatMap(known -> on(known, date));
    }

    public Optional<Procedure> find(String code, long number) {
        return known(code)
                .flatMap(known -> known.entry().versions().stream()
                        .filter(version -> version.version() == number)
                        .map(known::of)
                        .findFirst());
    }

    /** The versions in force on the date, in the order of their codes. */
    public List<Procedure> all(LocalDate date) {
        return procedures.values().stream()
                .flatMap(known -> on(known, date).stream())
                .toList();
    }

    /** Every version of one procedure, in the order of the file. */
    public List<Procedure> history(String code) {
        return known(code)
                .map(known -> known.entry().versions().stream().map(known::of).toList())
                .orElse(List.of());
    }

    private static Optional<Procedure> on(Known known, LocalDate date) {
        return known.entry().versions().stream()
                .filter(version -> version.period().contains(date))
                .map(known::of)
                .findFirst();
    }

    private Optional<Known> known(String code) {
        String stripped = code.strip();
        Known listed = procedures.get(stripped);
        if (listed != null) {
            return Optional.of(listed);
        }
        Matcher copy = COPY.matcher(stripped);
        boolean ours = copy.matches() && province.equals(copy.group(2));
        return Optional.ofNullable(procedures.get(ours ? copy.group(1) : otherCodes.getOrDefault(stripped, "")));
    }

    private void add(ProcedureFile file, boolean demo) {
        Set<String> described = new HashSet<>();
        for (ProcedureFile.Entry entry : file.procedures()) {
            if (!described.add(entry.code())) {
                throw new IllegalArgumentException("Procedure " + entry.code() + " is described twice");
            }
            check(entry);
            procedures.put(entry.code(), new Known(entry, demo));
            entry.otherCodes().forEach(other -> otherCodes.put(other, entry.code()));
        }
    }

    private static void check(ProcedureFile.Entry entry) {
        String name = "Procedure " + entry.code();
        Period.refuseOverlaps(
                name,
                entry.versions().stream().map(ProcedureFile.Version::period).toList());
        if (entry.versions().stream()
                        .map(ProcedureFile.Version::version)
                        .distinct()
                        .count()
                != entry.versions().size()) {
            throw new IllegalArgumentException(name + ": two versions have the same number");
        }
        entry.versions().forEach(version -> check(name, version));
    }

    private static void check(String name, ProcedureFile.Version version) {
        try {
            version.terms();
        } catch (RuntimeException wrong) {
            throw new IllegalArgumentException(
                    name + ", version " + version.version() + ": " + wrong.getMessage(), wrong);
        }
    }
}
