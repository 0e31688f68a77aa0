package vn.lienthong.hub.national;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.national.payload.PayloadRules;
import vn.lienthong.hub.national.portal.Caller;
import vn.lienthong.hub.national.portal.ReplyCodes;

/**
 * {@code config/national.yaml}, read.
 *
 * @param endpoint whose lists of {@code codes.yaml} the payload speaks
 * @param codes of fields that are no list with a way back
 */
public record NationalRules(
        Caller caller,
        Paths paths,
        ReplyCodes replies,
        Map<String, PayloadRules.Required> required,
        Map<String, PayloadRules.Length> lengths,
        String endpoint,
        Map<String, Map<String, @Nullable String>> codes) {

    static final String FILE = "national.yaml";

    private static final YAMLMapper YAML = YAMLMapper.shared();

    /** Where the adapter listens. */
    public record Paths(String login, String integration, String share) {}

    public static NationalRules read(String yaml) {
        return YAML.readValue(yaml, NationalRules.class);
    }

    /** What the payload says today: the codes of the catalogue's lists, and those that only this file has. */
    public PayloadRules payload(CodeLists lists, Clock clock) {
        return new PayloadRules(required, lengths, codes, (list, word) -> {
            if (!lists.words(list).contains(word)) {
                throw new IllegalStateException("config/codes.yaml: %s has no word %s".formatted(list, word));
            }
            return lists.code(list, endpoint, word, LocalDate.now(clock));
        });
    }
}
