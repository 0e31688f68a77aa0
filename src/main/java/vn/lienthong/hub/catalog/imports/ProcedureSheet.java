package vn.lienthong.hub.catalog.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.calendar.TimeLimit;
import vn.lienthong.hub.catalog.procedure.OnlineLevel;
import vn.lienthong.hub.catalog.procedure.ServiceLevel;

/** Puts a table of procedures into the province's file: a row is a version; a column that is missing changes nothing. */
final class ProcedureSheet {

    static final Set<String> COLUMNS = Set.of(
            "code",
            "version",
            "from",
            "until",
            "name",
            "domainCode",
            "domainName",
            "limit",
            "responsible",
            "level",
            "historicLevel",
            "reviewedBy",
            "source",
            "provisional");
    static final Set<String> REQUIRED = Set.of("code", "from");

    static final Pattern CODE = Pattern.compile("\\d\\.\\d{6}(\\.(?:\\d{3}\\.\\d{2}\\.\\d{2}\\.)?[GH]\\d{2})?");
    static final Pattern DOMAIN = Pattern.compile("[GH]\\d{2}-[A-Z]{1,4}\\d{1,3}");
    private static final Pattern LEVEL = Pattern.compile("(?i)INFO|PARTIAL|FULL");
    private static final Pattern TRUTH = Pattern.compile("(?i)true|false");

    private final Agencies agencies;
    private final String source;
    private final List<Flaw> flaws;
    private final DatedRows rows = new DatedRows("code");

    ProcedureSheet(Agencies agencies, String source, List<Flaw> flaws) {
        this.agencies = agencies;
        this.source = source;
        this.flaws = flaws;
    }

    void into(ObjectNode file, Table table) {
        Entries entries = new Entries(file.withArray("procedures"), "code");
        for (Row row : table.rows()) {
            Cells cells = new Cells(row, flaws);
            LocalDate from = rows.from(cells);
            cells.like("code", CODE, "import-bad-procedure-code");
            JsonNode fields = fields(cells, file, from);
            if (cells.sound() && from != null) {
                put(entries.entry(cells.required("code")), from, (ObjectNode) fields, cells);
            }
        }
    }

    private void put(ObjectNode entry, LocalDate from, ObjectNode fields, Cells cells) {
        ObjectNode version = Entries.version(entry, from);
        if (!version.has("version")) {
            long last = entry.withArray("versions")
                    .valueStream()
                    .mapToLong(one -> one.path("version").asLong(0))
                    .max()
                    .orElse(0);
            version.put("version", last + 1).put("limitKnown", false).put("source", source);
        }
        version.setAll(fields);
        if (Entries.overlap(entry)) {
            cells.wrong("import-overlap", "from", from.toString());
        }
    }

    private JsonNode fields(Cells cells, ObjectNode file, @Nullable LocalDate from) {
        ObjectNode fields = file.objectNode();
        Integer number = cells.number("version", 1, 1_000_000);
        if (number != null) {
            fields.put("version", number);
        }
        LocalDate until = cells.date("until");
        if (until != null) {
            fields.put("until", until.toString());
        }
        text(fields, "name", cells.text("name"));
        text(fields, "domainCode", cells.like("domainCode", DOMAIN, "import-bad-domain"));
        text(fields, "domainName", cells.text("domainName"));
        text(fields, "source", cells.text("source"));
        limit(fields, cells);
        level(fields, cells);
        responsible(fields, cells, from);
        String provisional = cells.like("provisional", TRUTH, "import-bad-truth");
        if (provisional != null) {
            fields.put("provisional", Boolean.parseBoolean(provisional));
        }
        return fields;
    }

    private static void text(ObjectNode fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static void limit(ObjectNode fields, Cells cells) {
        String text = cells.text("limit");
        if (text == null) {
            return;
        }
        fields.put("limitKnown", true);
        TimeLimit limit = LimitText.read(text).orElse(null);
        if (limit != null) {
            fields.putObject("limit")
                    .put("amount", limit.amount())
                    .put("unit", limit.unit().name());
        } else if (LimitText.none(text)) {
            fields.putNull("limit");
        } else {
            cells.wrong("import-bad-limit", "limit", text);
        }
    }

    private static void level(ObjectNode fields, Cells cells) {
        String today = cells.like("level", LEVEL, "import-bad-level");
        Integer historic = cells.number("historicLevel", 1, 4);
        String reviewedBy = cells.text("reviewedBy");
        if (!cells.sound() || (today == null && historic == null)) {
            return;
        }
        ObjectNode level = fields.putObject("level");
        if (historic != null) {
            level.put("historic", historic);
        }
        if (today != null) {
            level.put("today", today.toUpperCase(Locale.ROOT));
            text(level, "reviewedBy", reviewedBy);
            try {
                new OnlineLevel(ServiceLevel.valueOf(today.toUpperCase(Locale.ROOT)), historic, false, reviewedBy);
            } catch (IllegalArgumentException unreviewed) {
                cells.wrong("import-unreviewed-level", "level", today);
            }
        }
    }

    private void responsible(ObjectNode fields, Cells cells, @Nullable LocalDate from) {
        String text = cells.text("responsible");
        if (text == null || from == null) {
            return;
        }
        NamedAgency named = NamedAgency.of(text, from, agencies);
        if (named.id() == null) {
            cells.wrong(named.rule(), "responsible", text);
        } else {
            fields.put("responsible", named.id());
        }
    }
}
