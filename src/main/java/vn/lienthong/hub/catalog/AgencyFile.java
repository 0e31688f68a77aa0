package vn.lienthong.hub.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form of {@code province/<province>/agencies.yaml}. */
record AgencyFile(
        Province province, List<Entry> agencies, @Nullable List<Succession> successions) {

    record Province(String code, String name) {}

    record Entry(String id, String kind, List<Version> versions, List<Code> codes) {}

    /** What the agency is called while the version is valid. */
    record Version(
            String code,
            String name,
            @Nullable List<String> alsoKnownAs,
            LocalDate from,
            @Nullable LocalDate until,
            String source,
            boolean provisional) {

        Period period() {
            return new Period(from, until);
        }

        List<String> otherNames() {
            return Objects.requireNonNullElse(alsoKnownAs, List.of());
        }
    }

    /** A code that means this agency while valid; with procedures, only for those. */
    record Code(
            String code,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable List<String> procedures,
            String source,
            boolean provisional) {

        Period period() {
            return new Period(from, until);
        }

        List<String> onlyFor() {
            return Objects.requireNonNullElse(procedures, List.of());
        }
    }

    /** RENAME, MERGE, SPLIT, ABSORB_PART or ABOLISH, with its legal document. */
    record Succession(
            String kind, LocalDate on, List<String> from, List<String> into, String document, boolean provisional) {}

    List<Succession> edges() {
        return Objects.requireNonNullElse(successions, List.of());
    }
}
