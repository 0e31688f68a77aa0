package vn.lienthong.hub.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.console.session.Targets;

class AskTest {

    @Test
    void linksWithValuesThatAnAddressMayNotHoldAsTheyAre() {
        String next = Ask.link(
                "/console/resends",
                Map.of("state", "DONE", "done", ""),
                Map.of("before", "2026-11-23T09:00:00+07:00", "object", "dead-letters/17 (x)&y=@"));
        assertThat(next)
                .isEqualTo("/console/resends?before=2026-11-23T09%3A00%3A00%2B07%3A00"
                        + "&object=dead-letters%2F17%20%28x%29%26y%3D%40&state=DONE");
        assertThat(Targets.ours(next)).isEqualTo(next);
    }
}
