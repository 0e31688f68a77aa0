package vn.lienthong.hub.notify.slips;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * {@code province/<province>/slips.yaml}: what a letterhead needs beside the catalogue of agencies; all of it optional.
 *
 * @param place the place in front of the date
 * @param superior id of the agency printed above the others
 * @param extensions how often the promised date may be moved by form 04
 */
record OfficeFile(
        @Nullable String place,
        @Nullable String superior,
        @Nullable Integer extensions,
        @Nullable List<Entry> agencies) {

    private static final YAMLMapper YAML = YAMLMapper.shared();
    private static final OfficeFile EMPTY = new OfficeFile(null, null, null, null);

    /** An agency from a day on, until (not including) a day. */
    record Entry(
            String id,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String place,
            @Nullable String phone,
            @Nullable Signer signer,
            String source,
            boolean provisional) {

        boolean holds(String agency, LocalDate day) {
            return id.equals(agency) && !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    record Signer(@Nullable String title, @Nullable String name) {}

    static OfficeFile read(Optional<String> yaml) {
        return yaml.map(text -> YAML.readValue(text, OfficeFile.class)).orElse(EMPTY);
    }

    Optional<Entry> of(String agency, LocalDate day) {
        return Objects.requireNonNullElse(agencies, List.<Entry>of()).stream()
                .filter(entry -> entry.holds(agency, day))
                .findFirst();
    }

    int mostExtensions() {
        return extensions == null ? 1 : extensions;
    }
}
