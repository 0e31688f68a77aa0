package vn.lienthong.hub.platform.time;

import java.nio.file.Path;
import java.time.Clock;
import vn.lienthong.hub.platform.NodeName;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.infra.Mode;

/** Hybrid clocks for tests. */
public final class StampFixture {

    private StampFixture() {}

    /** A clock that keeps its bound under this folder. */
    public static HybridClock hybridClock(Path data, Clock clock) {
        return new HybridClock(clock, new NodeName("test"), PlatformFixture.home(Mode.STANDALONE, data, data));
    }
}
