package vn.lienthong.hub.platform;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.audit.AuditFixture;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.config.ConfigFixture;
import vn.lienthong.hub.platform.content.ContentFixture;
import vn.lienthong.hub.platform.content.ContentStore;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.database.DatabaseFixture;
import vn.lienthong.hub.platform.http.ProblemFixture;
import vn.lienthong.hub.platform.http.Problems;
import vn.lienthong.hub.platform.time.HybridClock;
import vn.lienthong.hub.platform.time.StampFixture;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;
import vn.lienthong.trust.MasterKey;
import vn.lienthong.trust.Seal;
import vn.lienthong.trust.SealFixture;

/** The platform's parts for tests of every module, without Spring. */
public final class PlatformFixture {

    private PlatformFixture() {}

    /** A configuration of these files, as version 1, that never changes. */
    public static AppliedConfig config(Map<String, String> files) {
        return ConfigFixture.config(files);
    }

    /** The configuration of this repository, as standalone mode reads it. */
    public static AppliedConfig projectConfig() {
        return ConfigFixture.projectConfig();
    }

    public static MasterKey masterKey() {
        return SealFixture.masterKey();
    }

    public static Seal seal() {
        return SealFixture.seal();
    }

    public static ContentStore contentStore(Path data) {
        return ContentFixture.contentStore(data);
    }

    public static HybridClock hybridClock(Path data, Clock clock) {
        return StampFixture.hybridClock(data, clock);
    }

    public static Audit audit(DataSource database, Clock clock) {
        return AuditFixture.audit(database, clock);
    }

    /** Destroy it when done. */
    public static DatabaseBreaker databaseBreaker(DataSource database, Clock clock) {
        return DatabaseFixture.databaseBreaker(database, clock);
    }

    public static Problems problems() {
        return ProblemFixture.problems();
    }

    public static TransactionTemplate transaction(DataSource database) {
        return new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** A home whose secrets are in its data folder and whose routes and mocks are those of this repository. */
    public static HubHome home(Mode mode, Path data, Path config) {
        Path project = Path.of("").toAbsolutePath();
        return new HubHome(
                mode, data, data.resolve("secrets"), project.resolve("routes"), config, project.resolve("mocks"));
    }
}
