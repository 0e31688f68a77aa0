package vn.lienthong.infra;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The {@code LIENTHONG_…} settings: a system property wins over the environment variable of the same name. */
public record Settings(Function<String, @Nullable String> source) {

    /** The settings of this process. */
    public static Settings ofProcess() {
        return new Settings(name -> {
            String property = System.getProperty(name);
            return property != null ? property : System.getenv(name);
        });
    }

    /** Fixed settings, for tests and tools that start a hub of their own. */
    public static Settings of(Map<String, String> values) {
        return new Settings(values::get);
    }

    /** The value, absent when blank. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(source.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The value, or the given one when absent. */
    public String orElse(String name, String usual) {
        return find(name).orElse(usual);
    }
}
