package vn.lienthong.hub.quality.agreement;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.springframework.stereotype.Component;
import vn.lienthong.infra.PartAddresses;

/** Connections beside the hub's pool, so that a long comparison takes none of those that live traffic needs. */
@Component
class OwnConnection {

    private static final String PATIENCE = "600";

    private final PartAddresses addresses;

    OwnConnection(PartAddresses addresses) {
        this.addresses = addresses;
    }

    /** Commits need not wait for the disk: a run that was interrupted begins anew. */
    Connection open() throws SQLException {
        PartAddresses.Database database = addresses.database();
        Properties settings = new Properties();
        settings.setProperty("user", database.user());
        settings.setProperty("password", database.password());
        settings.setProperty("connectTimeout", "5");
        settings.setProperty("socketTimeout", PATIENCE);
        settings.setProperty("ApplicationName", "lienthong-reconciliation");
        Connection own = DriverManager.getConnection(database.url(), settings);
        try (Statement set = own.createStatement()) {
            set.execute("set synchronous_commit = off");
            set.execute("set max_parallel_workers_per_gather = 0");
            set.execute("set max_parallel_maintenance_workers = 0");
        }
        return own;
    }
}
