package vn.lienthong.identity.staff;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts at the province's own provider that administrators named for members of staff. */
@Component
class Elsewhere {

    private final JdbcClient db;
    private final Clock clock;

    Elsewhere(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** False when that account stands for somebody already. */
    boolean add(String issuer, String sub, String subject, String by) {
        return db.sql("""
                        insert into identity.staff_accounts_elsewhere (issuer, sub, subject, given_by, given_at)
                        values (:issuer, :sub, :subject, :by, :now) on conflict do nothing
                        """)
                        .param("issuer", issuer)
                        .param("sub", sub)
                        .param("subject", subject)
                        .param("by", by)
                        .param("now", StaffTable.at(clock.instant()))
                        .update()
                == 1;
    }
}
