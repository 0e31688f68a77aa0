package vn.lienthong.hub.platform.config;

import java.util.List;
import java.util.Map;

/** Which files one configuration adds, changes and removes against another. */
public record ConfigDifference(List<String> added, List<String> changed, List<String> removed) {

    static ConfigDifference between(ConfigBundle old, ConfigBundle fresh) {
        return new ConfigDifference(
                fresh.files().keySet().stream()
                        .filter(path -> !old.files().containsKey(path))
                        .toList(),
                fresh.files().entrySet().stream()
                        .filter(file -> old.files().containsKey(file.getKey()))
                        .filter(file -> !file.getValue().equals(old.files().get(file.getKey())))
                        .map(Map.Entry::getKey)
                        .toList(),
                old.files().keySet().stream()
                        .filter(path -> !fresh.files().containsKey(path))
                        .toList());
    }

    public boolean none() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    Map<String, List<String>> asDetails() {
        return Map.of("added", added, "changed", changed, "removed", removed);
    }
}
