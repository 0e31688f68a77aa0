package vn.lienthong.hub.catalog;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the catalog in force to its tables, once in the cluster, for whoever asks in SQL. */
@Component
class CatalogTables {

    private static final Logger log = LoggerFactory.getLogger(CatalogTables.class);
    private static final List<String> REPLACED = List.of(
            "agency_versions",
            "agency_codes",
            "agency_successions",
            "agencies",
            "procedure_versions",
            "procedures",
            "calendar_days");

    private final Catalog catalog;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final CatalogRows rows;

    CatalogTables(Catalog catalog, JdbcClient db, TransactionTemplate transaction) {
        this.catalog = catalog;
        this.db = db;
        this.transaction = transaction;
        this.rows = new CatalogRows(db);
    }

    /** Does nothing when the tables hold this version or a later one; waits for PostgreSQL to come back. */
    @Scheduled(initialDelay = 1_000, fixedDelay = 30_000)
    void follow() {
        CatalogSnapshot now = catalog.now();
        try {
            transaction.executeWithoutResult(status -> write(now));
        } catch (DataAccessException | TransactionException unavailable) {
            log.warn("The catalog's tables were not written: {}", unavailable.getMessage());
        }
    }

    private void write(CatalogSnapshot now) {
        long held = db.sql("select config_version from hub.catalog_state for update")
                .query(Long.class)
                .single();
        if (held >= now.configVersion()) {
            return;
        }
        REPLACED.forEach(table -> db.sql("delete from hub." + table).update());
        rows.insert(now);
        db.sql("update hub.catalog_state set config_version = :version")
                .param("version", now.configVersion())
                .update();
    }
}
