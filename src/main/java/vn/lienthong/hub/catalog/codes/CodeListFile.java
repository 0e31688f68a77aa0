package vn.lienthong.hub.catalog.codes;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.calendar.Period;

/** The form of {@code codes.yaml}. */
public record CodeListFile(Map<String, Codes> lists) {

    public record Codes(List<String> words, List<Endpoint> endpoints) {}

    /** The codes of one endpoint while valid, by our words. */
    public record Endpoint(
            String endpoint,
            LocalDate from,
            @Nullable LocalDate until,
            Map<String, String> codes,
            boolean provisional,
            String source) {

        public Period period() {
            return new Period(from, until);
        }
    }

    /** Throws when a code would not come back as the word it was made of. */
    public void check() {
        lists.forEach((name, list) -> {
            list.endpoints().forEach(endpoint -> check(name, list, endpoint));
            list.endpoints().stream()
                    .map(Endpoint::endpoint)
                    .distinct()
                    .forEach(one -> Period.refuseOverlaps(
                            name + " of " + one,
                            list.endpoints().stream()
                                    .filter(endpoint -> endpoint.endpoint().equals(one))
                                    .map(Endpoint::period)
                                    .toList()));
        });
    }

    private static void check(String name, Codes list, Endpoint endpoint) {
        String what = name + " of " + endpoint.endpoint();
        if (new HashSet<>(endpoint.codes().values()).size() != endpoint.codes().size()) {
            throw new IllegalArgumentException(what + ": two words have the same code");
        }
        endpoint.codes().keySet().stream()
                .filter(word -> !list.words().contains(word))
                .forEach(word -> {
                    throw new IllegalArgumentException(what + ": " + word + " is not among the words of the list");
                });
    }
}
