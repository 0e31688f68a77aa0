package vn.lienthong.infra;

import com.zaxxer.hikari.HikariDataSource;

/** A further pool to the same database, with a schema of its own, for a context that lives beside the hub. */
public final class DatabasePool {

    private DatabasePool() {}

    /** Opens no connection before one is asked for; close it with its context. */
    public static HikariDataSource open(PartAddresses.Database database, String schema, int connections) {
        var pool = DatabaseConfiguration.pool(database);
        pool.setPoolName(schema);
        pool.setSchema(schema);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.addDataSourceProperty("ApplicationName", "lienthong-" + schema);
        return new HikariDataSource(pool);
    }
}
