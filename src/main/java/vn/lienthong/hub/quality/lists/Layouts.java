package vn.lienthong.hub.quality.lists;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.config.ConfigBundle;

/** {@code config/reconciliation.yaml} as it is in force; a configuration from before it has no layouts. */
@Component
public class Layouts {

    static final String FILE = "reconciliation.yaml";
    private static final YAMLMapper YAML = YAMLMapper.shared();

    private volatile Map<String, Layout> current = new TreeMap<>();

    public Layouts(AppliedConfig config) {
        config.onChange(bundle -> current = read(bundle));
    }

    public Optional<Layout> find(String name) {
        return Optional.ofNullable(current.get(name));
    }

    /** By name. */
    public Map<String, Layout> all() {
        return new TreeMap<>(current);
    }

    static Map<String, Layout> read(ConfigBundle bundle) {
        return bundle.find(FILE).map(Layouts::read).orElse(Map.of());
    }

    private static Map<String, Layout> read(String yaml) {
        Kept kept = YAML.readValue(yaml, Kept.class);
        Map<String, Layout> layouts = new TreeMap<>();
        kept.layouts().forEach((name, own) -> layouts.put(name, own.completed(kept.usual())));
        return layouts;
    }

    private record Kept(Written usual, Map<String, Written> layouts) {}

    /** A layout as the file has it: what it leaves out is as usual. */
    @JsonIgnoreProperties("source")
    private record Written(
            @Nullable String side,
            @Nullable Boolean provisional,
            @Nullable Map<Layout.Column, List<String>> columns,
            @Nullable Set<Layout.Column> required,
            @Nullable List<String> dates,
            @Nullable Map<String, Integer> statuses) {

        Layout completed(Written usual) {
            return new Layout(
                    requireNonNullElse(side, ""),
                    Boolean.TRUE.equals(provisional),
                    requireNonNullElse(columns, requireNonNullElse(usual.columns, Map.of())),
                    requireNonNullElse(required, Set.of()),
                    requireNonNullElse(dates, requireNonNullElse(usual.dates, List.of())),
                    requireNonNullElse(statuses, requireNonNullElse(usual.statuses, Map.of())));
        }
    }
}
