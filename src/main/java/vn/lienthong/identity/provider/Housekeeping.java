package vn.lienthong.identity.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.retention.RetentionSettings;

/** Forgets authorizations some time after the last thing in them expired; the audit keeps that they were. */
@Component
class Housekeeping {

    private static final int AT_ONCE = 5_000;

    private final JdbcClient db;
    private final RetentionSettings retention;
    private final Clock clock;

    Housekeeping(JdbcClient db, RetentionSettings retention, Clock clock) {
        this.db = db;
        this.retention = retention;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
    void tidy() {
        try {
            while (forget() == AT_ONCE) {
                Thread.yield();
            }
        } catch (DataAccessException away) {
            // in ten minutes again
        }
    }

    int forget() {
        Duration kept = retention.of("authorizations");
        if (!retention.enabled() || !kept.isPositive()) {
            return 0;
        }
        return db.sql("""
                        delete from identity.oauth2_authorization where id in (
                          select id from identity.oauth2_authorization
                          where begun_at < :before
                            and greatest(begun_at, authorization_code_expires_at, access_token_expires_at,
                              oidc_id_token_expires_at, refresh_token_expires_at) < :before
                          order by begun_at limit :many)
                        """)
                .param("before", OffsetDateTime.ofInstant(clock.instant().minus(kept), ZoneOffset.UTC))
                .param("many", AT_ONCE)
                .update();
    }
}
