package vn.lienthong.hub.platform.audit;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.trust.SealFixture;

/** Audits for tests. */
public final class AuditFixture {

    private AuditFixture() {}

    public static Audit audit(DataSource database, Clock clock) {
        return new Audit(
                JdbcClient.create(database),
                PlatformFixture.transaction(database),
                clock,
                JsonMapper.shared(),
                SealFixture.masterKey());
    }
}
