package vn.lienthong.hub.national;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.national.payload.PayloadRules;
import vn.lienthong.hub.national.portal.Caller;
import vn.lienthong.hub.national.portal.ReplyCodes;

/** {@code config/national.yaml}, read. */
public record NationalRules(
        Caller caller,
        Paths paths,
        ReplyCodes replies,
        Map<String, PayloadRules.Required> required,
        Map<String, PayloadRules.Length> lengths,
        Map<String, Map<String, @Nullable String>> codes) {

    static final String FILE = "national.yaml";

    private static final YAMLMapper YAML = YAMLMapper.shared();

    /** Where the adapter listens. */
    public record Paths(String login, String integration, String share) {}

    public static NationalRules read(String yaml) {
        return YAML.readValue(yaml, NationalRules.class);
    }

    PayloadRules payload() {
        return new PayloadRules(required, lengths, codes);
    }
}
