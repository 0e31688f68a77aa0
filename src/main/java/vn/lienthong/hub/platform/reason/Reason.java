package vn.lienthong.hub.platform.reason;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Why something was refused or parked: the rule broken, where, and the offending value, masked before it gets here. */
public record Reason(
        String rule, @Nullable String field, @Nullable String value, Map<String, String> params) {

    public Reason {
        params = Map.copyOf(params);
    }

    public static Reason of(String rule) {
        return new Reason(rule, null, null, Map.of());
    }

    public static Reason of(String rule, @Nullable String field, @Nullable String value) {
        return new Reason(rule, field, value, Map.of());
    }

    /** The same reason with one more parameter for its sentence. */
    public Reason with(String name, String param) {
        Map<String, String> more = new TreeMap<>(params);
        more.put(name, param);
        return new Reason(rule, field, value, more);
    }
}
