package vn.lienthong.hub.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dated versions of every procedure. */
final class ProcedureTable {

    /** A provincial copy: the national code and the code of the agency that copied it, long or short. */
    private static final Pattern COPY =
            Pattern.compile("(\\d\\.\\d{6})\\.(?:\\d{3}\\.\\d{2}\\.\\d{2}\\.)?([GH]\\d{2})");

    private final SortedMap<String, List<ProcedureFile.Version>> versions = new TreeMap<>();
    private final String province;

    /** Of two files that describe the same procedure the later one counts. */
    ProcedureTable(String province, List<ProcedureFile> files) {
        this.province = province;
        for (ProcedureFile file : files) {
            file.procedures().forEach(entry -> versions.put(entry.code(), entry.versions()));
        }
    }

    Map<String, List<ProcedureFile.Version>> versions() {
        return versions;
    }

    Optional<Procedure> resolve(String code, LocalDate date) {
        String known = known(code);
        return versions.getOrDefault(known, List.of()).stream()
                .filter(version -> version.period().contains(date))
                .map(version -> version.of(known))
                .findFirst();
    }

    Optional<Procedure> find(String code, long number) {
        String known = known(code);
        return versions.getOrDefault(known, List.of()).stream()
                .filter(version -> version.version() == number)
                .map(version -> version.of(known))
                .findFirst();
    }

    private String known(String code) {
        String stripped = code.strip();
        Matcher copy = COPY.matcher(stripped);
        boolean ours = !versions.containsKey(stripped) && copy.matches() && province.equals(copy.group(2));
        return ours ? copy.group(1) : stripped;
    }
}
