package vn.lienthong.hub.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.dispatch.words.Words;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.config.ConfigBundle;

/** The systems that are handed dossiers, and those whose dossiers are handed over, by the configuration in force. */
@Component
class Systems {

    static final String HANDS_OVER = "handsOver";
    private static final String USUAL = "formats/generic.yaml";
    private static final YAMLMapper YAML = YAMLMapper.shared();

    private record InForce(long version, Map<String, SystemTerms> rules) {}

    private final Senders senders;
    private final AppliedConfig config;
    private volatile InForce now = new InForce(-1, Map.of());

    Systems(Senders senders, AppliedConfig config) {
        this.senders = senders;
        this.config = config;
    }

    /** The words of the hub's own format, in which a system is told what it has none of its own for. */
    static Words usual(ConfigBundle config) {
        return Words.read(YAML.readTree(config.text(USUAL)).path(SystemTerms.SECTION));
    }

    Optional<SystemTerms> find(String system) {
        return Optional.ofNullable(all().get(system));
    }

    /** Whether what is filed there is worked on elsewhere. */
    boolean handsOver(String origin) {
        return senders.find(origin)
                .map(sender -> sender.settings().path(HANDS_OVER).asBoolean(false))
                .orElse(false);
    }

    /** Its name for people, with its id. */
    String named(String system) {
        return senders.find(system)
                .map(known -> known.name() + " (" + system + ")")
                .orElse(system);
    }

    /** Whether the hub calls anybody. */
    boolean anyCalled() {
        return all().values().stream().anyMatch(rules -> !rules.called().isEmpty());
    }

    Map<String, SystemTerms> all() {
        long version =
                senders.all().stream().mapToLong(Sender::configVersion).max().orElse(-1);
        InForce read = now;
        if (read.version() != version) {
            Map<String, SystemTerms> rules = new LinkedHashMap<>();
            Words usual = usual(config.current());
            senders.all().forEach(sender -> rules.put(sender.id(), SystemTerms.of(sender.settings(), usual)));
            read = new InForce(version, Map.copyOf(rules));
            now = read;
        }
        return read.rules();
    }
}
