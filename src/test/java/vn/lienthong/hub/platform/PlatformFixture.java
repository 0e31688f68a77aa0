package vn.lienthong.hub.platform;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;

/** The platform's parts for tests of every module, without Spring. */
public final class PlatformFixture {

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    private PlatformFixture() {}

    /** A configuration of these files, as version 1, that never changes. */
    public static AppliedConfig config(Map<String, String> files) {
        return new AppliedConfig(ConfigBundle.of(1, files), version -> Optional.empty());
    }

    /** The configuration of this repository, as standalone mode reads it. */
    public static AppliedConfig projectConfig() {
        HubHome home = home(Mode.STANDALONE, PROJECT.resolve("target"), PROJECT.resolve("config"));
        return config(new ConfigFiles(home).proposal().files());
    }

    public static MasterKey masterKey() {
        return new MasterKey(new byte[MasterKey.BYTES]);
    }

    public static Seal seal() {
        return new Seal(masterKey());
    }

    public static ContentStore contentStore(Path folder) {
        return new ContentStore(folder, "test", masterKey());
    }

    public static HybridClock hybridClock(Path folder, Clock clock) {
        return new HybridClock(clock, "test", new ClockBound(folder.resolve("clock")));
    }

    public static Audit audit(DataSource database, Clock clock) {
        return new Audit(JdbcClient.create(database), transaction(database), clock, JsonMapper.shared(), masterKey());
    }

    public static Problems problems() {
        return new Problems(JsonMapper.shared());
    }

    public static TransactionTemplate transaction(DataSource database) {
        return new TransactionTemplate(new JdbcTransactionManager(database));
    }

    static HubHome home(Mode mode, Path data, Path config) {
        return new HubHome(mode, data, data.resolve("secrets"), PROJECT.resolve("routes"), config, PROJECT);
    }
}
