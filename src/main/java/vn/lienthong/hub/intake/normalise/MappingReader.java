package vn.lienthong.hub.intake.normalise;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.intake.decode.DecodeSettings;
import vn.lienthong.hub.intake.normalise.MappingFile.ValueLine;
import vn.lienthong.hub.intake.value.RuleOptions;
import vn.lienthong.hub.intake.value.ValueRules;

/** Compiles the mapping sections of a sender's file; what it cannot compile makes the configuration unusable. */
final class MappingReader {

    private static final int USUAL_MAX = 4_000;
    private static final String NO_MEANING = "~";

    // online, at any hour
    private static final String FILED_AT = "submittedAt";
    private static final List<String> SECTIONS = List.of("decode", "kind", "fields", "status", "snapshotAt");

    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final CanonicalSchema schema;

    MappingReader(CanonicalSchema schema) {
        this.schema = schema;
    }

    Mapping read(String sender, String text) {
        return read(sender, yaml.readTree(text));
    }

    /** What no section is, others read. */
    Mapping read(String sender, JsonNode whole) {
        try {
            var sections = yaml.createObjectNode();
            SECTIONS.stream().filter(whole::has).forEach(name -> sections.set(name, whole.get(name)));
            return compile(yaml.treeToValue(sections, MappingFile.class));
        } catch (RuntimeException unusable) {
            throw new IllegalArgumentException(sender + ": " + unusable.getMessage(), unusable);
        }
    }

    private Mapping compile(MappingFile file) {
        Kinds kinds = file.kind() == null ? null : Kinds.of(file.kind());
        return new Mapping(
                Objects.requireNonNullElse(file.decode(), DecodeSettings.NONE),
                kinds,
                fields(Objects.requireNonNull(file.fields(), "fields: is missing")),
                file.status() == null ? null : new StatusReader(this).read(file.status(), kinds != null),
                value("snapshotAt", file.snapshotAt()),
                schema);
    }

    /** {@code ~} is how a file says that a code has no meaning; the YAML reader takes it for a text. */
    private static Map<String, @Nullable String> meanings(@Nullable Map<String, @Nullable String> list) {
        Map<String, @Nullable String> meanings = new HashMap<>();
        if (list != null) {
            list.forEach((code, meaning) -> meanings.put(code, NO_MEANING.equals(meaning) ? null : meaning));
        }
        return meanings;
    }

    private List<Field> fields(JsonNode lines) {
        List<Field> fields = new ArrayList<>();
        for (var line : lines.properties()) {
            // a department says of a line of its format that it does not hold
            if (!line.getValue().isNull()) {
                fields.add(field(line.getKey(), line.getValue()));
            }
        }
        return List.copyOf(fields);
    }

    private Field field(String name, JsonNode line) {
        if (line.has("from")) {
            return Objects.requireNonNull(value(name, yaml.treeToValue(line, ValueLine.class)));
        }
        if (line.has("each")) {
            return new Field.Entries(name, places(line.get("each")), fields(line.get("fields")));
        }
        return name.equals("aliases") ? aliases(name, line) : new Field.Part(name, fields(line));
    }

    private static List<PlainPath> places(JsonNode each) {
        return each.isArray()
                ? each.valueStream()
                        .map(place -> PlainPath.of(place.asString()))
                        .toList()
                : List.of(PlainPath.of(each.asString()));
    }

    private Field aliases(String name, JsonNode lines) {
        List<Field.Value> byKind = new ArrayList<>();
        lines.properties()
                .forEach(line -> byKind.add(Objects.requireNonNull(
                        value(line.getKey(), yaml.treeToValue(line.getValue(), ValueLine.class)))));
        return new Field.Aliases(name, List.copyOf(byKind));
    }

    Field.@Nullable Value value(String name, @Nullable ValueLine line) {
        if (line == null) {
            return null;
        }
        RuleOptions options = new RuleOptions(
                meanings(line.list()),
                Objects.requireNonNullElse(line.max(), USUAL_MAX),
                line.timeOfDay() == null ? null : LocalTime.parse(line.timeOfDay()),
                line.restoreZeros(),
                !name.equals(FILED_AT));
        return new Field.Value(
                name,
                expression(line.from()),
                ValueRules.named(line.as(), options),
                line.required(),
                line.when() == null ? Condition.ALWAYS : Condition.of(line.when()));
    }

    static Expression expression(List<String> from) {
        List<Expression> places = from.stream().map(Expression::of).toList();
        return places.size() == 1 ? places.getFirst() : new FirstOf(places);
    }
}
