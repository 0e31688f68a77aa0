package vn.lienthong.hub.catalog.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts a table of agencies into the province's file: a row is a version and the codes that mean it from then on. */
final class AgencySheet {

    static final Set<String> COLUMNS = Set.of(
            "id", "kind", "code", "oldCode", "name", "alsoKnownAs", "parent", "from", "until", "source", "provisional");
    static final Set<String> REQUIRED = Set.of("id", "name", "from");

    static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{1,99}");
    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{2}(\\.[A-Z0-9]{1,4}){0,3}");
    private static final Pattern OLD_CODE = Pattern.compile("\\d{3}\\.\\d{2}\\.\\d{2,3}\\.[A-Z]\\d{2}");
    private static final Pattern TRUTH = Pattern.compile("(?i)true|false");

    private final String source;
    private final List<Flaw> flaws;
    private final DatedRows rows = new DatedRows("id");

    AgencySheet(String source, List<Flaw> flaws) {
        this.source = source;
        this.flaws = flaws;
    }

    void into(ObjectNode file, Table table) {
        Entries entries = new Entries(file.withArray("agencies"), "id");
        for (Row row : table.rows()) {
            Cells cells = new Cells(row, flaws);
            LocalDate from = rows.from(cells);
            cells.like("id", ID, "import-bad-id");
            cells.required("name");
            String parent = cells.text("parent");
            if (parent != null && entries.find(parent).isEmpty()) {
                cells.wrong("import-unknown-agency", "parent", parent);
            }
            cells.like("code", CODE, "import-bad-agency-code");
            cells.like("oldCode", OLD_CODE, "import-bad-agency-code");
            cells.like("provisional", TRUTH, "import-bad-truth");
            if (cells.sound() && from != null) {
                put(entries.entry(cells.required("id")), from, cells);
            }
        }
    }

    private void put(ObjectNode entry, LocalDate from, Cells cells) {
        ObjectNode version = Entries.version(entry, from);
        for (String field : List.of("code", "name", "parent", "source")) {
            String text = cells.text(field);
            if (text != null) {
                version.put(field, text);
            }
        }
        LocalDate until = cells.date("until");
        if (until != null) {
            version.put("until", until.toString());
        }
        String otherNames = cells.text("alsoKnownAs");
        if (otherNames != null) {
            ArrayNode names = version.putArray("alsoKnownAs");
            List.of(otherNames.split("\\s*\\|\\s*")).forEach(names::add);
        }
        if (!version.has("source")) {
            version.put("source", source);
        }
        version.put("provisional", Boolean.parseBoolean(cells.text("provisional")));
        String kind = cells.text("kind");
        if (kind != null || !entry.has("kind")) {
            entry.put("kind", kind == null ? "DEPARTMENT" : kind);
        }
        code(entry, cells.text("code"), from);
        code(entry, cells.text("oldCode"), from);
        if (Entries.overlap(entry)) {
            cells.wrong("import-overlap", "from", from.toString());
        }
    }

    private void code(ObjectNode entry, @Nullable String code, LocalDate from) {
        ArrayNode codes = entry.withArray("codes");
        boolean known = codes.valueStream().anyMatch(one -> means(one, code, from));
        if (code != null && !known) {
            codes.addObject().put("code", code).put("from", from.toString()).put("source", source);
        }
    }

    private static boolean means(JsonNode one, @Nullable String code, LocalDate from) {
        LocalDate since = Entries.day(one, "from");
        return one.path("code").asString("").equals(code)
                && since != null
                && !since.isAfter(from)
                && Entries.openOn(one, from);
    }
}
