package vn.lienthong.identity.store;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings the tables up to date at the start, or as soon as PostgreSQL is there: its absence must not stop a start. */
@Component
class Schema implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(Schema.class);

    private final DataSource database;
    private final ObjectProvider<AtFirstUse> first;
    private boolean migrated;
    private boolean provided;

    Schema(DataSource database, ObjectProvider<AtFirstUse> first) {
        this.database = database;
        this.first = first;
    }

    @Override
    public synchronized void afterPropertiesSet() {
        try {
            migrate();
        } catch (RuntimeException e) {
            if (!Away.is(e)) {
                throw e;
            }
            log.warn("PostgreSQL is away: identity answers once it is back");
        }
    }

    /** After the start, so that everything that provides something is made. */
    @Scheduled(fixedDelay = 2_000)
    synchronized void catchUp() {
        if (!provided) {
            try {
                migrate();
                List<AtFirstUse> waiting = first.orderedStream().toList();
                waiting.forEach(AtFirstUse::provide);
                provided = true;
            } catch (RuntimeException e) {
                log.warn("Identity cannot be made ready yet: {}", e.toString());
            }
        }
    }

    private void migrate() {
        if (!migrated) {
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/identity")
                    .schemas(StoreConfiguration.SCHEMA)
                    .defaultSchema(StoreConfiguration.SCHEMA)
                    .load()
                    .migrate();
            migrated = true;
        }
    }
}
