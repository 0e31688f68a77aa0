package vn.lienthong.hub.quality.integrity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.platform.config.ConfigBundle;

/**
 * {@code config/integrity.yaml}.
 *
 * @param nobody names that stand for no officer
 */
record IntegrityRules(
        @Nullable List<String> nobody, @Nullable Constants constants) {

    static final String FILE = "integrity.yaml";
    private static final IntegrityRules NONE = new IntegrityRules(null, null);
    private static final YAMLMapper YAML = YAMLMapper.shared();

    /**
     * Fields that nobody fills alike for ever.
     *
     * @param dossiers over so many the same value is a finding
     * @param excused by sender
     */
    record Constants(
            int dossiers,
            @Nullable List<String> fields,
            @Nullable Map<String, List<String>> excused) {

        List<String> of(String sender) {
            var free = excused == null ? List.<String>of() : excused.getOrDefault(sender, List.of());
            return fields == null
                    ? List.of()
                    : fields.stream().filter(field -> !free.contains(field)).toList();
        }
    }

    /** A configuration from before it looks for no constants. */
    static IntegrityRules read(ConfigBundle bundle) {
        var rules = bundle.find(FILE)
                .map(text -> YAML.readValue(text, IntegrityRules.class))
                .orElse(NONE);
        if (rules.constants() != null && rules.constants().dossiers() < 2) {
            throw new IllegalArgumentException("constants.dossiers must be 2 or more");
        }
        return rules;
    }

    boolean standsForNobody(@Nullable String officer) {
        return officer != null && nobody != null && nobody.contains(Objects.requireNonNull(officer));
    }
}
