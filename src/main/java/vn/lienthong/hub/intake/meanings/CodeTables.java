package vn.lienthong.hub.intake.meanings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds the table that a cause such as {@code unmapped-code ThongTinQuyTrinh.MaQuyTrinh QT-71} speaks of. */
final class CodeTables {

    private static final String CODE = "unmapped-code ";
    private static final String STATUS = "unmapped-status ";
    private static final List<String> STATUS_TABLE = List.of("status", "table");
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    private final String place;
    private final List<CodeTable> found = new ArrayList<>();

    private CodeTables(String place) {
        this.place = place;
    }

    /** Empty when the cause speaks of nothing that a table could mend. */
    static Optional<CodeTable> find(JsonNode settings, String cause) {
        return all(settings, cause).stream()
                .filter(table -> table.isStatus() || !table.in(settings).has(table.said()))
                .findFirst();
    }

    /** The same, also when the table knows the code by now. */
    static Optional<CodeTable> spokenOf(JsonNode settings, String cause) {
        return all(settings, cause).stream().findFirst();
    }

    private static List<CodeTable> all(JsonNode settings, String cause) {
        if (cause.startsWith(STATUS) && settings.path("status").has("table")) {
            return List.of(new CodeTable(
                    "status", STATUS_TABLE, STATUS_TABLE, status(settings, cause.substring(STATUS.length()))));
        }
        if (!cause.startsWith(CODE)) {
            return List.of();
        }
        CodeTables reader =
                new CodeTables(INDEX.matcher(cause.substring(CODE.length())).replaceAll(""));
        reader.fields(settings.path("fields"), "", "", List.of("fields"), List.of());
        return reader.found;
    }

    /** Its word may stand in a field or be the kind of the event itself. */
    private static String status(JsonNode settings, String said) {
        return texts(settings.path("status").path("word"))
                .flatMap(text -> said(text, "", said).stream())
                .findFirst()
                .orElse(said);
    }

    /** @param whole the part above that one layer says as a whole; empty when there is none */
    private void fields(JsonNode lines, String canonical, String entry, List<String> path, List<String> whole) {
        lines.properties().forEach(line -> {
            String name = canonical + line.getKey();
            List<String> here = and(path, line.getKey());
            List<String> outermost = whole.isEmpty() ? here : whole;
            JsonNode node = line.getValue();
            if (node.has("from")) {
                value(node, name, entry, here, outermost);
            } else if (node.has("each")) {
                texts(node.path("each"))
                        .map(each -> each.equals("$") ? entry : entry + each.replace("`", "") + ".")
                        .forEach(below ->
                                fields(node.path("fields"), name + "[].", below, and(here, "fields"), outermost));
            } else {
                fields(node, name + ".", entry, here, whole);
            }
        });
    }

    private void value(JsonNode node, String name, String entry, List<String> here, List<String> whole) {
        if (node.path("as").asString("").equals("code-list")) {
            texts(node.path("from"))
                    .flatMap(text -> said(text, entry, place).stream())
                    .forEach(said -> found.add(new CodeTable(name, whole, and(here, "list"), said)));
        }
    }

    /** The code behind this place in a cause. */
    private static Optional<String> said(String text, String entry, String cause) {
        String place = entry + text.replace("`", "") + " ";
        return cause.startsWith(place) ? Optional.of(cause.substring(place.length())) : Optional.empty();
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(JsonNode::asString)
                : Stream.of(node.asString("")).filter(text -> !text.isEmpty());
    }

    private static List<String> and(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }
}
