package vn.lienthong.infra;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool to PostgreSQL: it gives up fast, so that a database that is away is noticed and not waited for. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int CONNECTIONS = 24;

    @Bean
    HikariDataSource dataSource(PartAddresses addresses) {
        return new HikariDataSource(pool(addresses.database()));
    }

    /** The pool of the hub, also used by tests so that they meet the same time-outs. */
    static HikariConfig pool(PartAddresses.Database database) {
        var pool = new HikariConfig();
        pool.setPoolName("hub");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(4);
        pool.setConnectionTimeout(Duration.ofSeconds(2).toMillis());
        pool.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("connectTimeout", 2);
        pool.addDataSourceProperty("socketTimeout", 30);
        pool.addDataSourceProperty("tcpKeepAlive", true);
        pool.addDataSourceProperty("reWriteBatchedInserts", true);
        pool.addDataSourceProperty("ApplicationName", "lienthong-hub");
        return pool;
    }
}
