package vn.lienthong.identity.staff;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tries of one account, counted before they are judged, so that a hundred at one time are no more than a hundred in a
 * row. They lie in PostgreSQL: losing Redis unlocks nobody.
 */
@Component
class Attempts {

    private final JdbcClient db;
    private final StaffRules.Lockout rules;
    private final Clock clock;

    Attempts(JdbcClient db, StaffRules rules, Clock clock) {
        this.db = db;
        this.rules = rules.lockout();
        this.clock = clock;
    }

    /** Whether this account may be tried once more; false as well when there is none of that name. */
    boolean take(String name) {
        OffsetDateTime now = StaffTable.at(clock.instant());
        return db.sql("""
                        with counted as (
                          select subject, case when greatest(tried_at, locked_until) > :forgotten
                            then failures + 1 else 1 end as failures
                          from identity.staff where name = :name and (locked_until is null or locked_until <= :now)
                          for update)
                        update identity.staff f set failures = c.failures, tried_at = :now,
                          locked_until = case when c.failures < :limit then null else
                            :now + least(:longest, :first * power(2, least(c.failures - :limit, 20)))
                              * interval '1 second' end
                        from counted c where f.subject = c.subject
                        """)
                        .param("name", name)
                        .param("now", now)
                        .param("forgotten", now.minus(rules.within()))
                        .param("limit", rules.failures())
                        .param("first", rules.first().toSeconds())
                        .param("longest", rules.longest().toSeconds())
                        .update()
                == 1;
    }

    /** The try was right, but more is to be proven: it does not count, and earlier ones still do. */
    void giveBack(String name) {
        db.sql("""
                update identity.staff set failures = greatest(failures - 1, 0), locked_until = null where name = :name
                """).param("name", name).update();
    }

    /** Somebody is in, or an administrator said so. */
    void forget(String name) {
        db.sql("update identity.staff set failures = 0, locked_until = null where name = :name")
                .param("name", name)
                .update();
    }
}
