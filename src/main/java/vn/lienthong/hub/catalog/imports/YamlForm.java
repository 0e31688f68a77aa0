package vn.lienthong.hub.catalog.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Compares an uploaded YAML file with the form in {@code catalog/forms.yaml}, value by value. */
final class YamlForm {

    private static final JsonNode FORMS = forms();
    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");
    private static final Map<String, Shape> SHAPES = Map.of(
            "id", new Shape(AgencySheet.ID, "import-bad-id"),
            "code", new Shape(Pattern.compile("[A-Z0-9][A-Z0-9.]{1,34}"), "import-bad-agency-code"),
            "procedure-code", new Shape(ProcedureSheet.CODE, "import-bad-procedure-code"),
            "domain-code", new Shape(ProcedureSheet.DOMAIN, "import-bad-domain"),
            "date", new Shape(Pattern.compile("\\d{4}-\\d{2}-\\d{2}"), "import-bad-date"),
            "truth", new Shape(Pattern.compile("true|false"), "import-bad-truth"),
            "number", new Shape(Pattern.compile("\\d{1,15}"), "import-bad-number"),
            "text", new Shape(Pattern.compile("[\\P{Cntrl}\\n]{1,4000}"), "import-bad-text"));

    private record Shape(Pattern pattern, String rule) {}

    private YamlForm() {}

    static void check(Part whole, Upload.Kind kind) {
        check(whole, FORMS.path(kind.name()));
    }

    private static void check(Part part, JsonNode form) {
        if (form.isObject()) {
            object(part, form);
        } else if (form.isArray()) {
            list(part, form.get(0));
        } else if (FORMS.path("is").has(form.asString())) {
            check(part, FORMS.path("is").path(form.asString()));
        } else {
            value(part, form.asString());
        }
    }

    private static void object(Part part, JsonNode form) {
        if (!part.node().isObject()) {
            part.wrong("import-bad-shape");
            return;
        }
        Set<String> unknown = new HashSet<>(part.names());
        form.properties().forEach(field -> {
            boolean required = field.getKey().endsWith("!");
            String name = field.getKey().replace("!", "");
            unknown.remove(name);
            Part value = part.field(name);
            if (!value.absent()) {
                check(value, field.getValue());
            } else if (required) {
                value.wrong("import-missing-value");
            }
        });
        unknown.stream().sorted().forEach(name -> part.field(name).wrong("import-unknown-field"));
    }

    private static void list(Part part, JsonNode form) {
        if (part.node().isArray()) {
            part.members().forEach(member -> check(member, form));
        } else {
            part.wrong("import-bad-shape");
        }
    }

    private static void value(Part part, String form) {
        var range = RANGE.matcher(form);
        if (!part.node().isValueNode()) {
            part.wrong("import-bad-shape");
        } else if (form.contains("|")) {
            if (!List.of(form.split("\\|")).contains(part.text())) {
                part.wrongWord(form.replace("|", ", "));
            }
        } else if (range.matches()) {
            within(part, Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
        } else {
            Shape shape = Objects.requireNonNull(SHAPES.get(form), form);
            boolean day = !form.equals("date") || part.day() != null;
            if (!day || !shape.pattern().matcher(part.text()).matches()) {
                part.wrong(shape.rule());
            }
        }
    }

    private static void within(Part part, long least, long most) {
        boolean fits = part.text().matches("\\d{1,15}")
                && Long.parseLong(part.text()) >= least
                && Long.parseLong(part.text()) <= most;
        if (!fits) {
            part.wrong("import-bad-number");
        }
    }

    private static JsonNode forms() {
        try (InputStream file =
                Objects.requireNonNull(YamlForm.class.getResourceAsStream("/catalog/forms.yaml"), "forms.yaml")) {
            return YAMLMapper.shared().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
