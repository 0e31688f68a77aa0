package vn.lienthong.hub.intake.normalise;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.SenderSettings;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.config.ConfigBundle;

/** The compiled mappings by sender and configuration version; a version in use is compiled once. */
@Component
class Mappings {

    private static final int MOST_KEPT = 256;

    private final AppliedConfig config;
    private final SenderSettings senders;
    private final MappingReader reader;
    private final Map<String, Mapping> compiled = new ConcurrentHashMap<>();

    Mappings(AppliedConfig config, SenderSettings senders, MappingReader reader) {
        this.config = config;
        this.senders = senders;
        this.reader = reader;
    }

    Mapping of(String sender, long version) {
        Mapping known = compiled.get(version + " " + sender);
        return known == null ? compile(sender, version) : known;
    }

    private Mapping compile(String sender, long version) {
        ConfigBundle bundle = config.at(version)
                .orElseThrow(() -> new IllegalStateException("configuration version " + version + " is out of reach"));
        if (compiled.size() > MOST_KEPT) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(version + " " + sender, key -> reader.read(sender, senders.of(bundle, sender)));
    }
}
