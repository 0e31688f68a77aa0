package vn.lienthong.hub.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;

/** The systems that are handed dossiers, and those whose dossiers are handed over, by the configuration in force. */
@Component
class Systems {

    private static final String HANDS_OVER = "handsOver";

    private record InForce(long version, Map<String, SystemTerms> rules) {}

    private final Senders senders;
    private volatile InForce now = new InForce(-1, Map.of());

    Systems(Senders senders) {
        this.senders = senders;
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

    Map<String, SystemTerms> all() {
        long version =
                senders.all().stream().mapToLong(Sender::configVersion).max().orElse(-1);
        InForce read = now;
        if (read.version() != version) {
            Map<String, SystemTerms> rules = new LinkedHashMap<>();
            senders.all()
                    .forEach(sender ->
                            SystemTerms.of(sender.settings()).ifPresent(found -> rules.put(sender.id(), found)));
            read = new InForce(version, Map.copyOf(rules));
            now = read;
        }
        return read.rules();
    }
}
