package vn.lienthong.hub.intake.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * {@code config/attachments.yaml} as it holds for a sender.
 *
 * @param types which content types are taken, each with the endings its names may have; null takes a type out again
 * @param largestRecord all files of a record together
 */
public record FileRules(
        Map<String, @Nullable List<String>> types,
        @JsonDeserialize(using = SizeText.class) DataSize largestFile,
        @JsonDeserialize(using = SizeText.class) DataSize largestRecord,
        Executable executable,
        Archives archives) {

    private static final DataSize USUAL = DataSize.ofMegabytes(25);

    /** Of a configuration that says nothing of files: only their base 64 and their sizes are checked. */
    public static final FileRules NONE = new FileRules(Map.of(), USUAL, USUAL, Executable.NONE, Archives.USUAL);

    public FileRules {
        Map<String, List<String>> taken = new HashMap<>();
        if (types != null) {
            types.forEach((type, endings) -> {
                if (endings != null) {
                    taken.put(type, List.copyOf(endings));
                }
            });
        }
        types = Map.copyOf(taken);
        largestFile = Objects.requireNonNullElse(largestFile, USUAL);
        largestRecord = Objects.requireNonNullElse(largestRecord, largestFile);
        executable = Objects.requireNonNullElse(executable, Executable.NONE);
        archives = Objects.requireNonNullElse(archives, Archives.USUAL);
    }

    /** What runs when somebody opens it. */
    public record Executable(List<String> types, List<String> endings) {

        static final Executable NONE = new Executable(List.of(), List.of());

        public Executable {
            types = types == null ? List.of() : List.copyOf(types);
            endings = endings == null ? List.of() : List.copyOf(endings);
        }
    }

    /**
     * How much may be inside what unpacks, new Office files included.
     *
     * @param ratio unpacked to packed, looked at once more than {@value Unpacking#UNSUSPICIOUS} bytes came out
     * @param depth archives inside archives
     */
    public record Archives(
            @JsonDeserialize(using = SizeText.class) DataSize unpacked, int ratio, int entries, int depth) {

        static final Archives USUAL = new Archives(DataSize.ofMegabytes(256), 100, 2_000, 3);
    }

    boolean checkTypes() {
        return !types.isEmpty();
    }

    boolean takes(String type) {
        return types.containsKey(type);
    }

    /** Whether a name with this ending may hold this type; an ending no type has says nothing. */
    boolean fits(String ending, String type) {
        return types.values().stream()
                        .noneMatch(endings -> Objects.requireNonNull(endings).contains(ending))
                || Objects.requireNonNull(types.get(type)).contains(ending);
    }

    /** The endings of all that is taken, for people. */
    String endings() {
        List<String> all = new ArrayList<>();
        types.values()
                .forEach(endings -> all.add(Objects.requireNonNull(endings).getFirst()));
        return String.join(", ", all.stream().sorted().toList());
    }
}
