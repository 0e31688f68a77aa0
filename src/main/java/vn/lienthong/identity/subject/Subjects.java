package vn.lienthong.identity.subject;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.audit.Actor;

/** Subjects: an opaque id each, open or locked. */
@Component
class Subjects {

    private static final int BYTES = 18;

    private final JdbcClient db;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Subjects(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    String add(AccountKind kind) {
        byte[] drawn = new byte[BYTES];
        chance.nextBytes(drawn);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        db.sql("insert into identity.subjects (id, kind, created_at) values (:id, :kind, :now)")
                .param("id", id)
                .param("kind", kind.name())
                .param("now", now())
                .update();
        return id;
    }

    boolean isLocked(String id) {
        return db.sql("select locked_at is not null from identity.subjects where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Every log-in of it is over at once, and none begins; false when there is no such subject. */
    boolean lock(String id, Actor by, String reason) {
        return db.sql("""
                        update identity.subjects set locked_at = coalesce(locked_at, :now), locked_by = :by,
                          lock_reason = :reason where id = :id
                        """)
                        .param("now", now())
                        .param("by", by.name())
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean unlock(String id) {
        return db.sql("""
                        update identity.subjects set locked_at = null, locked_by = null, lock_reason = null
                        where id = :id and locked_at is not null
                        """).param("id", id).update() == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
