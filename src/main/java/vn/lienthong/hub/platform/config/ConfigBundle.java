package vn.lienthong.hub.platform.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.lienthong.hub.platform.content.Sha256;

/** One version of all configuration files, by path under {@code config/}; never changes. */
public record ConfigBundle(long version, String hash, SortedMap<String, String> files) {

    public ConfigBundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static ConfigBundle of(long version, Map<String, String> files) {
        SortedMap<String, String> sorted = new TreeMap<>(files);
        return new ConfigBundle(version, hash(sorted), sorted);
    }

    /** The text of a file that must exist. */
    public String text(String path) {
        return find(path).orElseThrow(() -> new IllegalArgumentException("No configuration file " + path));
    }

    public Optional<String> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Paths that start with the prefix, in order. */
    public List<String> paths(String prefix) {
        return files.keySet().stream().filter(path -> path.startsWith(prefix)).toList();
    }

    /** The hash of each file, by path. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach((path, text) -> hashes.put(path, hash(new TreeMap<>(Map.of(path, text)))));
        return hashes;
    }

    ConfigBundle numbered(long number) {
        return new ConfigBundle(number, hash, files);
    }

    private static String hash(SortedMap<String, String> files) {
        MessageDigest digest = Sha256.digest();
        files.forEach((path, text) -> digest.update((path + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
