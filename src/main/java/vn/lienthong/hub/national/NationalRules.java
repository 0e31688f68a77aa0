package vn.lienthong.hub.national;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.national.account.TechIdRules;
import vn.lienthong.hub.national.payload.PayloadRules;
import vn.lienthong.hub.national.payment.PaymentRules;
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
        Map<String, Map<String, @Nullable String>> codes,
        Map<String, DoorRules> doors,
        List<DoorRules.Choice> dialects,
        @Nullable PaymentRules payment,
        @Nullable TechIdRules techId) {

    static final String FILE = "national.yaml";

    private static final YAMLMapper YAML = YAMLMapper.shared();

    public NationalRules {
        // Jackson passes null for what an older version of the file did not have.
        doors = Objects.requireNonNullElse(doors, Map.of());
        dialects = Objects.requireNonNullElse(dialects, List.of());
    }

    /** Where the adapter listens. */
    public record Paths(String login, String integration, String share) {}

    public static NationalRules read(String yaml) {
        return YAML.readValue(yaml, NationalRules.class);
    }

    DoorRules door(String name) {
        var door = doors.get(name);
        if (door == null && !name.equals(Doors.USUAL)) {
            throw new IllegalStateException("config/national.yaml, doors: there is no " + name);
        }
        return door == null ? DoorRules.USUAL : door;
    }

    /** The line that holds for an agency on a day: one that names it goes before one that names none. */
    Optional<DoorRules.Choice> choice(@Nullable String agency, LocalDate day) {
        return dialects.stream()
                .filter(one -> one.on(day) && (one.agencies() == null || one.names(agency)))
                .max(Comparator.comparing((DoorRules.Choice one) -> one.names(agency))
                        .thenComparing(DoorRules.Choice::from));
    }

    /** What the payload says today by the usual door. */
    public PayloadRules payload(CodeLists lists, Clock clock) {
        return payload(Doors.USUAL, lists, LocalDate.now(clock));
    }

    /** What the payload says by a door on a day: the codes of the catalogue's lists, and those that only this file has. */
    public PayloadRules payload(String door, CodeLists lists, LocalDate day) {
        var rules = door(door);
        var spoken = Objects.requireNonNullElse(rules.endpoint(), endpoint);
        var fields = Objects.requireNonNullElse(rules.required(), required);
        return new PayloadRules(fields, lengths, codes, (list, word) -> {
            if (!lists.words(list).contains(word)) {
                throw new IllegalStateException("config/codes.yaml: %s has no word %s".formatted(list, word));
            }
            return lists.code(list, spoken, word, day);
        });
    }
}
