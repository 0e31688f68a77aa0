package vn.lienthong.hub.platform.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.infra.Mode;

/** Configurations for tests. */
public final class ConfigFixture {

    private ConfigFixture() {}

    /** A configuration of these files, as version 1, that never changes. */
    public static AppliedConfig config(Map<String, String> files) {
        return new AppliedConfig(ConfigBundle.of(1, files), version -> Optional.empty());
    }

    /** The configuration of this repository, as standalone mode reads it. */
    public static AppliedConfig projectConfig() {
        Path project = Path.of("").toAbsolutePath();
        return config(new ConfigFiles(
                        PlatformFixture.home(Mode.STANDALONE, project.resolve("target"), project.resolve("config")))
                .proposal()
                .files());
    }
}
