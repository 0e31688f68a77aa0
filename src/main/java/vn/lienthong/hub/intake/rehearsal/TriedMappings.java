package vn.lienthong.hub.intake.rehearsal;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.catalog.SenderSettings;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.config.ConfigBundle;

/** Finds what a sender's words are, or would be. */
@Component
class TriedMappings {

    /** How far back it is asked since when words have been as they are. */
    private static final int VERSIONS_BACK = 50;

    private final AppliedConfig config;
    private final SenderSettings senders;

    TriedMappings(AppliedConfig config, SenderSettings senders) {
        this.config = config;
        this.senders = senders;
    }

    /** Empty when nobody wrote a file for the sender. */
    Optional<TriedMapping> inForce(String sender) {
        ConfigBundle now = config.current();
        return senders.ids(now).contains(sender)
                ? Optional.of(tried(sender, now, since(sender, now)))
                : Optional.empty();
    }

    /** With this text in the file, by default the sender's own; it need not be there yet. */
    TriedMapping proposed(String sender, @Nullable String file, String text) {
        ConfigBundle now = config.current();
        SortedMap<String, String> files = new TreeMap<>(now.files());
        files.put(file == null ? SenderSettings.path(now, sender).replaceFirst("^demo/", "") : file, text);
        return tried(sender, new ConfigBundle(0, "", files), 0);
    }

    private TriedMapping tried(String sender, ConfigBundle bundle, long since) {
        return new TriedMapping(
                bundle, senders.of(bundle, sender), Layers.of(bundle, senders.layers(bundle, sender)), since);
    }

    private long since(String sender, ConfigBundle now) {
        JsonNode settings = senders.of(now, sender);
        long first = now.version();
        long last = Math.max(1, first - VERSIONS_BACK);
        while (first > last && says(sender, first - 1, settings)) {
            first--;
        }
        return first;
    }

    private boolean says(String sender, long version, JsonNode settings) {
        return config.at(version)
                .filter(bundle -> senders.ids(bundle).contains(sender))
                .filter(bundle -> senders.of(bundle, sender).equals(settings))
                .isPresent();
    }
}
