package vn.lienthong.hub.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdsTest {

    private static final String UUID = "aa008be6-b831-8de2-07a8-8a3a600ce249";

    @Test
    void takesAUuidAsTheTraceAndHashesAnythingElse() {
        assertThat(TraceIds.trace(UUID)).isEqualTo("aa008be6b8318de207a88a3a600ce249");
        assertThat(TraceIds.trace("office-7f3a:2026-08-24"))
                .matches("[0-9a-f]{32}")
                .isEqualTo(TraceIds.trace("office-7f3a:2026-08-24"))
                .isNotEqualTo(TraceIds.trace("office-7f3a:2026-08-25"));
        assertThat(TraceIds.trace("00000000000000000000000000000000")).isNotEqualTo("0".repeat(32));
    }

    @Test
    void tellsOneAttemptFromTheNext() {
        assertThat(new TraceIds.Named(UUID, "cb-1 1").span())
                .isEqualTo(new TraceIds.Named(UUID, "cb-1 1").span())
                .isNotEqualTo(new TraceIds.Named(UUID, "cb-1 2").span());
    }

    @Test
    void readsWhatItWrites() {
        var door = TraceIds.door(UUID);

        assertThat(TraceIds.read(TraceIds.traceparent(door))).hasValueSatisfying(read -> {
            assertThat(read.getTraceId()).isEqualTo(TraceIds.trace(UUID));
            assertThat(read.getSpanId()).isEqualTo(door.span());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void takesNothingForATraceThatIsNone(String header) {
        assertThat(TraceIds.read(header)).isEmpty();
    }
}
