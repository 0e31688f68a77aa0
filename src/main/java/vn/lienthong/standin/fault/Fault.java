package vn.lienthong.standin.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A switch as it is set: every {@code every}-th call it concerns is hit, {@code count} times (0 = until changed), of
 * the {@code services} named (none = all; the log-in is called {@code login}).
 *
 * @param refuseEvery with {@code per-record}: every how many records one is refused, 0 = only those in the wrong
 */
public record Fault(
        FaultMode mode,
        int delayMillis,
        int every,
        int count,
        @Nullable List<String> services,
        int refuseEvery) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final int PROTOCOL_TIMEOUT_MILLIS = 60_000;

    public static final Fault NONE = new Fault(FaultMode.NONE, 0, 1, 0, List.of(), 0);

    public Fault {
        if (mode == null) {
            throw new IllegalArgumentException("mode is missing");
        }
        if (delayMillis < 0 || every < 0 || count < 0 || refuseEvery < 0) {
            throw new IllegalArgumentException("delayMillis, every, count and refuseEvery are not negative");
        }
        if (mode == FaultMode.SLOW && delayMillis == 0) {
            delayMillis = PROTOCOL_TIMEOUT_MILLIS;
        }
        every = Math.max(every, 1);
        services = services == null ? List.of() : List.copyOf(services);
    }

    /** Reads what a person typed: what is left out takes its default, a misspelt name is refused. */
    public static Fault read(byte[] json) {
        return JSON.readValue(json, Fault.class);
    }

    public static Fault of(FaultMode mode) {
        return new Fault(mode, 0, 1, 0, List.of(), 0);
    }

    boolean concerns(String service) {
        boolean named = services == null || services.isEmpty() || services.contains(service);
        return mode != FaultMode.NONE && named && mode.concerns(service);
    }
}
