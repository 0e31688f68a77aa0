package vn.lienthong.hub.intake.normalise;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.config.ConfigBundle;

/** The compiled mappings by file and configuration version; a version in use is compiled once. */
@Component
class Mappings {

    private static final int MOST_VERSIONS = 64;

    private final AppliedConfig config;
    private final MappingReader reader;
    private final Map<String, Mapping> compiled = new ConcurrentHashMap<>();

    Mappings(AppliedConfig config, MappingReader reader) {
        this.config = config;
        this.reader = reader;
    }

    Mapping of(String path, long version) {
        Mapping known = compiled.get(version + " " + path);
        return known == null ? compile(path, version) : known;
    }

    private Mapping compile(String path, long version) {
        ConfigBundle bundle = config.at(version)
                .orElseThrow(() -> new IllegalStateException("configuration version " + version + " is out of reach"));
        if (compiled.size() > MOST_VERSIONS) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(version + " " + path, key -> reader.read(path, bundle.text(path)));
    }
}
