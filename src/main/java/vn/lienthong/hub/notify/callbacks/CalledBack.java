package vn.lienthong.hub.notify.callbacks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;

/** The senders that are called back, by the configuration in force; a node calls no stand-in. */
@Component
class CalledBack {

    private record InForce(long configVersion, Map<String, CallBackRules> rules) {}

    private final Senders senders;
    private final HubHome home;
    private volatile InForce now = new InForce(-1, Map.of());

    CalledBack(Senders senders, HubHome home) {
        this.senders = senders;
        this.home = home;
    }

    Optional<CallBackRules> find(String sender) {
        return Optional.ofNullable(rules().get(sender));
    }

    boolean nobody() {
        return rules().isEmpty();
    }

    private Map<String, CallBackRules> rules() {
        long version =
                senders.all().stream().mapToLong(Sender::configVersion).max().orElse(-1);
        InForce read = now;
        if (read.configVersion() != version) {
            Map<String, CallBackRules> rules = new LinkedHashMap<>();
            senders.all()
                    .forEach(sender -> CallBackRules.of(sender.settings())
                            .filter(found -> !found.toStandIn() || home.mode() == Mode.STANDALONE)
                            .ifPresent(found -> rules.put(sender.id(), found)));
            read = new InForce(version, Map.copyOf(rules));
            now = read;
        }
        return read.rules();
    }
}
