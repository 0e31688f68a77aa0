package vn.lienthong.hub.catalog.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.calendar.Period;

/** The form of {@code province/<province>/agencies.yaml}. */
public record AgencyFile(
        Province province, List<Entry> agencies, @Nullable List<Succession> successions) {

    public record Province(String code, String name) {}

    public record Entry(String id, String kind, List<Version> versions, List<Code> codes) {}

    /** What the agency is called while the version is valid; its kind only where it differs from the entry's. */
    public record Version(
            @Nullable String code,
            String name,
            @Nullable List<String> alsoKnownAs,
            @Nullable String kind,
            @Nullable String parent,
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

        Agency of(Entry entry, boolean demo) {
            String own = Objects.requireNonNullElse(kind, entry.kind());
            return new Agency(entry.id(), code, name, own, parent, provisional, demo);
        }
    }

    /** A code that means this agency while valid; with procedures, only for those. */
    public record Code(
            String code,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable List<String> procedures,
            String source,
            boolean provisional) {

        Period period() {
            return new Period(from, until);
        }

        public List<String> onlyFor() {
            return Objects.requireNonNullElse(procedures, List.of());
        }
    }

    /** An edge between agencies, with its legal document; with procedures, only for those. */
    public record Succession(
            SuccessionKind kind,
            LocalDate on,
            List<String> from,
            List<String> into,
            @Nullable List<String> procedures,
            String document,
            boolean provisional) {

        public List<String> onlyFor() {
            return Objects.requireNonNullElse(procedures, List.of());
        }
    }

    /** This file and the placeholders of the demonstration. */
    AgencyFile and(AgencyFile demo) {
        return new AgencyFile(
                province,
                Stream.concat(agencies.stream(), demo.agencies.stream()).toList(),
                Stream.concat(edges().stream(), demo.edges().stream()).toList());
    }

    public List<Succession> edges() {
        return Objects.requireNonNullElse(successions, List.of());
    }
}
