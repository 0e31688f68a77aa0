package vn.lienthong.hub.platform.database;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database's breaker for tests of every module. */
public final class DatabaseFixture {

    private DatabaseFixture() {}

    public static DatabaseBreaker databaseBreaker(DataSource database, Clock clock) {
        return new DatabaseBreaker(JdbcClient.create(database), clock);
    }
}
