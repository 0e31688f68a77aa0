package vn.lienthong.hub.catalog;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The dated table from codes and names to agencies. */
final class AgencyTable {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** One meaning of a code or name. */
    private record Meaning(String agencyId, Period period, List<String> procedures) {}

    private final AgencyFile file;
    private final Map<String, List<AgencyFile.Version>> versions = new LinkedHashMap<>();
    private final Map<String, List<Meaning>> meanings = new HashMap<>();

    AgencyTable(AgencyFile file) {
        this.file = file;
        for (AgencyFile.Entry entry : file.agencies()) {
            if (versions.put(entry.id(), entry.versions()) != null) {
                throw new IllegalArgumentException("Agency " + entry.id() + " is described twice");
            }
            entry.codes().forEach(code -> mean(code.code(), entry.id(), code.period(), code.onlyFor()));
            for (AgencyFile.Version version : entry.versions()) {
                mean(version.name(), entry.id(), version.period(), List.of());
                version.otherNames().forEach(name -> mean(name, entry.id(), version.period(), List.of()));
            }
        }
    }

    AgencyFile file() {
        return file;
    }

    Resolution resolve(String codeOrName, @Nullable String procedure, LocalDate date) {
        List<Meaning> valid = meanings.getOrDefault(key(codeOrName), List.of()).stream()
                .filter(meaning -> meaning.period().contains(date))
                .toList();
        List<Agency> agencies = decided(valid, procedure).stream()
                .flatMap(meaning -> find(meaning.agencyId(), date).stream())
                .distinct()
                .toList();
        return switch (agencies.size()) {
            case 0 -> new Resolution.Unknown();
            case 1 -> new Resolution.Found(agencies.getFirst());
            default -> new Resolution.Ambiguous(agencies);
        };
    }

    Optional<Agency> find(String id, LocalDate date) {
        return versions.getOrDefault(id, List.of()).stream()
                .filter(version -> version.period().contains(date))
                .map(version -> new Agency(id, version.code(), version.name()))
                .findFirst();
    }

    /** A meaning that names the procedure wins over one that holds for every procedure. */
    private static List<Meaning> decided(List<Meaning> valid, @Nullable String procedure) {
        List<Meaning> named = valid.stream()
                .filter(meaning -> procedure != null && meaning.procedures().contains(procedure))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        return valid.stream()
                .filter(meaning -> meaning.procedures().isEmpty() || procedure == null)
                .toList();
    }

    private void mean(String codeOrName, String agencyId, Period period, List<String> procedures) {
        meanings.computeIfAbsent(key(codeOrName), key -> new ArrayList<>())
                .add(new Meaning(agencyId, period, procedures));
    }

    private static String key(String codeOrName) {
        String composed = Normalizer.normalize(codeOrName, Normalizer.Form.NFC);
        return SPACES.matcher(composed.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
