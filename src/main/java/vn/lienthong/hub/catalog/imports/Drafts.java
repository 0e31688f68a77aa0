package vn.lienthong.hub.catalog.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.Province;
import vn.lienthong.hub.catalog.procedure.NationalProcedures;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.reason.Reason;

/** Makes a draft of the province's file from an upload. */
@Component
class Drafts {

    private static final int LONGEST_FILE = 100 << 20;

    private final YAMLMapper yaml = YAMLMapper.builder(YAMLFactory.builder()
                    .loadSettings(LoadSettings.builder()
                            .setCodePointLimit(LONGEST_FILE)
                            .build())
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final Agencies agencies;
    private final Province province;
    private final ObjectProvider<NationalProcedures> national;
    private final Clock clock;

    Drafts(Agencies agencies, Province province, ObjectProvider<NationalProcedures> national, Clock clock) {
        this.agencies = agencies;
        this.province = province;
        this.national = national;
        this.clock = clock;
    }

    Draft ofNational(ConfigBundle base) {
        String path = province.folder() + "procedures.yaml";
        ObjectNode before = (ObjectNode) yaml.readTree(base.text(path));
        ObjectNode after = before.deepCopy();
        Set<String> codes = before.path("procedures")
                .valueStream()
                .map(entry -> entry.path("code").asString(""))
                .collect(Collectors.toSet());
        List<NationalProcedures.Published> published = national.getObject().published(codes);
        new PublishedProcedures(LocalDate.now(clock)).into(after, published);
        return new Draft(path, before, after, "procedures", "code", published.size(), new ArrayList<>());
    }

    Draft of(Upload upload, ConfigBundle base) {
        boolean procedures = upload.kind() == Upload.Kind.PROCEDURES;
        String path = province.folder() + (procedures ? "procedures.yaml" : "agencies.yaml");
        ObjectNode before = (ObjectNode) yaml.readTree(base.text(path));
        ObjectNode after = before.deepCopy();
        List<Flaw> flaws = new ArrayList<>();
        int rows = change(after, upload, flaws);
        return new Draft(
                path, before, after, procedures ? "procedures" : "agencies", procedures ? "code" : "id", rows, flaws);
    }

    String text(Draft draft) {
        return yaml.writeValueAsString(draft.after());
    }

    /** The keys of the draft's list for which the demonstration has an entry of its own. */
    Set<String> placeholders(Draft draft, ConfigBundle base) {
        return Stream.of("demo/procedures.yaml", "demo/" + draft.path())
                .flatMap(path -> base.find(path).stream())
                .flatMap(text -> yaml.readTree(text).path(draft.list()).valueStream())
                .map(entry -> entry.path(draft.key()).asString(""))
                .collect(Collectors.toSet());
    }

    private int change(ObjectNode file, Upload upload, List<Flaw> flaws) {
        try {
            return upload.format() == Upload.Format.YAML
                    ? new YamlEntries(yaml, agencies, upload, flaws).into(file)
                    : rows(file, upload, flaws);
        } catch (IOException | RuntimeException unreadable) {
            flaws.add(new Flaw(
                    line(unreadable), Reason.of("import-unreadable").with("cause", told(unreadable.getMessage()))));
            return 0;
        }
    }

    private int rows(ObjectNode file, Upload upload, List<Flaw> flaws) throws IOException {
        Table table =
                upload.format() == Upload.Format.CSV ? TableReader.csv(upload.body()) : TableReader.xlsx(upload.body());
        boolean procedures = upload.kind() == Upload.Kind.PROCEDURES;
        int before = flaws.size();
        header(
                table,
                procedures ? ProcedureSheet.COLUMNS : AgencySheet.COLUMNS,
                procedures ? ProcedureSheet.REQUIRED : AgencySheet.REQUIRED,
                flaws);
        if (flaws.size() == before) {
            String source = "import of " + upload.name();
            if (procedures) {
                new ProcedureSheet(agencies, source, flaws).into(file, table);
            } else {
                new AgencySheet(source, flaws).into(file, table);
            }
        }
        return table.rows().size();
    }

    private static void header(Table table, Set<String> known, Set<String> required, List<Flaw> flaws) {
        table.columns().stream()
                .filter(column -> !column.isEmpty() && !known.contains(column))
                .forEach(column -> flaws.add(new Flaw(1, Reason.of("import-unknown-column", column, null))));
        required.stream()
                .filter(column -> !table.columns().contains(column))
                .sorted()
                .forEach(column -> flaws.add(new Flaw(1, Reason.of("import-missing-column", column, null))));
    }

    private static int line(Exception unreadable) {
        return unreadable instanceof JacksonException at && at.getLocation() != null
                ? Math.max(1, at.getLocation().getLineNr())
                : 1;
    }

    private static String told(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
