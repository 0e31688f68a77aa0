package vn.lienthong.hub.platform.config;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the files changed since they were last applied, put upon what was imported meanwhile; file by file. */
final class ConfigMerge {

    private ConfigMerge() {}

    /** A path the files left alone stays as it is in force; where both changed it the files win. */
    static ConfigBundle of(Map<String, String> base, ConfigBundle inForce, ConfigBundle files) {
        Set<String> paths = new TreeSet<>(inForce.files().keySet());
        paths.addAll(files.files().keySet());
        Map<String, String> proposed = files.hashes();
        Map<String, String> merged = new TreeMap<>();
        for (String path : paths) {
            boolean untouched = Objects.equals(proposed.get(path), base.get(path));
            String text = (untouched ? inForce : files).files().get(path);
            if (text != null) {
                merged.put(path, text);
            }
        }
        return ConfigBundle.of(0, merged);
    }
}
