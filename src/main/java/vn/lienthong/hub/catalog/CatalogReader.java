package vn.lienthong.hub.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.catalog.agency.AgencyFile;
import vn.lienthong.hub.catalog.agency.AgencyTable;
import vn.lienthong.hub.catalog.calendar.CalendarFile;
import vn.lienthong.hub.catalog.calendar.WorkingTimes;
import vn.lienthong.hub.catalog.codes.CodeListFile;
import vn.lienthong.hub.catalog.procedure.ProcedureFile;
import vn.lienthong.hub.catalog.procedure.ProcedureTable;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.catalog.sender.SenderFile;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigCheck;

/** Reads the catalog's files of a configuration; a file it cannot read makes the whole configuration unusable. */
@Component
class CatalogReader implements ConfigCheck {

    private static final String PROCEDURES = "procedures.yaml";
    private static final String CODES = "codes.yaml";
    private static final String DEMO = "demo/";
    private static final String DEMO_PROCEDURES = DEMO + PROCEDURES;

    /** A province's file with ten thousand procedures is longer than what YAML readers take by default. */
    private static final int LONGEST_FILE = 100 << 20;

    private final YAMLMapper strict = YAMLMapper.builder(YAMLFactory.builder()
                    .loadSettings(LoadSettings.builder()
                            .setCodePointLimit(LONGEST_FILE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final YAMLMapper lenient = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();
    private final String folder;
    private final SenderSettings settings;

    CatalogReader(CatalogSettings catalog, SenderSettings settings) {
        this.folder = "province/" + catalog.province() + "/";
        this.settings = settings;
    }

    @Override
    public void check(ConfigBundle proposal) {
        read(proposal);
    }

    CatalogSnapshot read(ConfigBundle config) {
        AgencyTable agencies = agencies(config);
        CalendarFile calendar = file(config, folder + "calendar.yaml", CalendarFile.class);
        String province = agencies.file().province().code();
        return new CatalogSnapshot(
                config.version(),
                agencies,
                procedures(config, province),
                WorkingTimes.of(calendar),
                calendar,
                codeLists(config),
                senders(config));
    }

    private CodeListFile codeLists(ConfigBundle config) {
        if (config.find(CODES).isEmpty()) {
            return new CodeListFile(Map.of());
        }
        CodeListFile file = file(config, CODES, CodeListFile.class);
        return named(CODES, () -> {
            file.check();
            return file;
        });
    }

    private AgencyTable agencies(ConfigBundle config) {
        String path = folder + "agencies.yaml";
        AgencyFile own = file(config, path, AgencyFile.class);
        String demo = DEMO + path;
        AgencyFile placeholders = config.find(demo).isEmpty() ? null : file(config, demo, AgencyFile.class);
        return named(path, () -> new AgencyTable(own, placeholders));
    }

    private ProcedureTable procedures(ConfigBundle config, String province) {
        String path = folder + PROCEDURES;
        List<ProcedureFile> own = List.of(file(config, path, ProcedureFile.class));
        return named(path, () -> new ProcedureTable(province, own, demonstration(config)));
    }

    private List<ProcedureFile> demonstration(ConfigBundle config) {
        return Stream.of(DEMO_PROCEDURES, DEMO + folder + PROCEDURES)
                .filter(path -> config.find(path).isPresent())
                .map(path -> file(config, path, ProcedureFile.class))
                .toList();
    }

    private SortedMap<String, Sender> senders(ConfigBundle config) {
        if (!settings.withoutFile(config).isEmpty()) {
            throw new IllegalArgumentException(
                    settings.provincePath() + ": no file in departments/ for " + settings.withoutFile(config));
        }
        SortedMap<String, Sender> senders = new TreeMap<>();
        for (String id : settings.ids(config)) {
            sender(config, id).ifPresent(sender -> senders.put(id, sender));
        }
        return Collections.unmodifiableSortedMap(senders);
    }

    private Optional<Sender> sender(ConfigBundle config, String id) {
        return named(SenderSettings.path(config, id), () -> {
            JsonNode said = settings.of(config, id);
            return SenderSettings.active(said)
                    ? Optional.of(lenient.treeToValue(said, SenderFile.class).sender(id, config.version(), said))
                    : Optional.empty();
        });
    }

    private <T> T file(ConfigBundle config, String path, Class<T> form) {
        return named(path, () -> Objects.requireNonNull(strict.readValue(config.text(path), form), "it is empty"));
    }

    private static <T> T named(String path, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(path + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
