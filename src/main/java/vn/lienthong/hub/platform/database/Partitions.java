package vn.lienthong.hub.platform.database;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps this month and the two that follow ready in every table of the hub that is partitioned by month. */
@Component
@DependsOnDatabaseInitialization
public class Partitions {

    private static final Logger log = LoggerFactory.getLogger(Partitions.class);
    private static final int MONTHS_AHEAD = 2;

    private final JdbcClient db;
    private final Clock clock;

    Partitions(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Harmless to repeat, on any number of nodes; the default partition takes what comes before it succeeds. */
    @Scheduled(initialDelay = 0, fixedDelay = 24 * 60 * 60 * 1000)
    public void ensure() {
        LocalDate month = LocalDate.now(clock).withDayOfMonth(1);
        try {
            for (String table : monthlyTables()) {
                for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
                    ensure(table, month.plusMonths(ahead));
                }
            }
        } catch (DataAccessException unavailable) {
            log.warn("Monthly partitions not checked: {}", unavailable.getMessage());
        }
    }

    private void ensure(String table, LocalDate month) {
        db.sql("select hub.ensure_month(:table, :month)")
                .param("table", table)
                .param("month", month)
                .query()
                .singleRow();
    }

    private List<String> monthlyTables() {
        return db.sql("""
                select c.relname
                  from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
                 where c.relnamespace = 'hub'::regnamespace and p.partstrat = 'r'
                """).query(String.class).list();
    }
}
