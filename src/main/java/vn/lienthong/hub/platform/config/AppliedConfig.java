package vn.lienthong.hub.platform.config;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * The configuration in force; replaced as a whole when another version is applied.
 *
 * <p>Whoever must see one version from start to end takes {@link #current} once, or {@link #at} the pinned number.
 */
public class AppliedConfig {

    private final List<Consumer<ConfigBundle>> readers = new CopyOnWriteArrayList<>();
    private final LongFunction<Optional<ConfigBundle>> past;
    private volatile ConfigBundle current;

    AppliedConfig(ConfigBundle first, LongFunction<Optional<ConfigBundle>> past) {
        this.current = first;
        this.past = past;
    }

    public ConfigBundle current() {
        return current;
    }

    public long version() {
        return current.version();
    }

    public String text(String path) {
        return current.text(path);
    }

    public List<String> paths(String prefix) {
        return current.paths(prefix);
    }

    /** A version that is or was in force; empty when it never was, or its text cannot be fetched just now. */
    public Optional<ConfigBundle> at(long version) {
        ConfigBundle now = current;
        return now.version() == version ? Optional.of(now) : past.apply(version);
    }

    /** Calls the reader with the version in force, and again with each that follows. */
    public synchronized void onChange(Consumer<ConfigBundle> reader) {
        reader.accept(current);
        readers.add(reader);
    }

    synchronized void replace(ConfigBundle next) {
        current = next;
        readers.forEach(reader -> reader.accept(next));
    }
}
