package vn.lienthong.hub.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.platform.ConfigBundle;
import vn.lienthong.hub.platform.ConfigCheck;

/** Reads the catalog's files of a configuration; a file it cannot read makes the whole configuration unusable. */
@Component
class CatalogReader implements ConfigCheck {

    private static final String DEPARTMENTS = "departments/";
    private static final String DEMO_PROCEDURES = "demo/procedures.yaml";

    private final YAMLMapper strict = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final YAMLMapper lenient = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();
    private final String folder;

    CatalogReader(CatalogSettings settings) {
        this.folder = "province/" + settings.province() + "/";
    }

    @Override
    public void check(ConfigBundle proposal) {
        read(proposal);
    }

    CatalogSnapshot read(ConfigBundle config) {
        AgencyTable agencies = new AgencyTable(file(config, folder + "agencies.yaml", AgencyFile.class));
        CalendarFile calendar = file(config, folder + "calendar.yaml", CalendarFile.class);
        String province = agencies.file().province().code();
        return new CatalogSnapshot(
                config.version(),
                agencies,
                new ProcedureTable(province, procedures(config)),
                WorkingTimes.of(calendar),
                calendar,
                senders(config));
    }

    private List<ProcedureFile> procedures(ConfigBundle config) {
        List<ProcedureFile> files = new ArrayList<>();
        files.add(file(config, folder + "procedures.yaml", ProcedureFile.class));
        if (config.find(DEMO_PROCEDURES).isPresent()) {
            files.add(file(config, DEMO_PROCEDURES, ProcedureFile.class));
        }
        return files;
    }

    private SortedMap<String, Sender> senders(ConfigBundle config) {
        SortedMap<String, Sender> senders = new TreeMap<>();
        for (String path : config.paths(DEPARTMENTS)) {
            String id = path.substring(DEPARTMENTS.length()).replaceFirst("\\.ya?ml$", "");
            if (path.endsWith(".yaml") && !id.contains("/")) {
                senders.put(id, sender(config, path, id));
            }
        }
        return Collections.unmodifiableSortedMap(senders);
    }

    private Sender sender(ConfigBundle config, String path, String id) {
        try {
            JsonNode settings = lenient.readTree(config.text(path));
            SenderFile file = lenient.treeToValue(settings, SenderFile.class);
            return file.sender(id, config.version(), settings);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(path + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private <T> T file(ConfigBundle config, String path, Class<T> form) {
        try {
            return Objects.requireNonNull(strict.readValue(config.text(path), form), "it is empty");
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(path + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
