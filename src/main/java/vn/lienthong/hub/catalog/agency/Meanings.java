package vn.lienthong.hub.catalog.agency;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.calendar.Period;

/** Which agency a code or a name stands for, and when. */
final class Meanings {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** One meaning of a code or name; with procedures, only for those. */
    record Meaning(String agencyId, Period period, List<String> procedures) {}

    private final Map<String, List<Meaning>> meanings = new HashMap<>();

    void add(String codeOrName, Meaning meaning) {
        meanings.computeIfAbsent(key(codeOrName), key -> new ArrayList<>()).add(meaning);
    }

    /** Those of the day; one that names the procedure wins over one that holds for every procedure. */
    List<Meaning> on(LocalDate date, String codeOrName, @Nullable String procedure) {
        List<Meaning> valid = of(codeOrName).stream()
                .filter(meaning -> meaning.period().contains(date))
                .toList();
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

    /** The meaning nearest before the date, else the first after it. */
    Optional<Meaning> nearest(LocalDate date, String codeOrName) {
        Comparator<Meaning> byStart =
                Comparator.comparing(meaning -> meaning.period().from());
        Optional<Meaning> before = of(codeOrName).stream()
                .filter(meaning -> !meaning.period().from().isAfter(date))
                .max(byStart);
        return before.isPresent() ? before : of(codeOrName).stream().min(byStart);
    }

    private List<Meaning> of(String codeOrName) {
        return meanings.getOrDefault(key(codeOrName), List.of());
    }

    private static String key(String codeOrName) {
        String composed = Normalizer.normalize(codeOrName, Normalizer.Form.NFC);
        return SPACES.matcher(composed.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
