package vn.lienthong.identity.staff;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.trust.Masks;
import vn.lienthong.trust.Seal;

/** Accounts at the province's own provider that administrators named for members of staff. */
@Component
class Elsewhere {

    private final JdbcClient db;
    private final Seal seal;
    private final Clock clock;

    Elsewhere(JdbcClient db, Seal seal, Clock clock) {
        this.db = db;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param id its keyed hash, by which it is taken back and which the audit knows it by
     * @param account its {@code sub}, masked
     */
    record Named(String id, String issuer, String account, String givenBy, Instant givenAt) {}

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

    List<Named> of(String subject) {
        return db.sql("select * from identity.staff_accounts_elsewhere where subject = :subject order by given_at, sub")
                .param("subject", subject)
                .query((row, number) -> new Named(
                        id(row.getString("issuer"), row.getString("sub")),
                        row.getString("issuer"),
                        Masks.personalId(row.getString("sub")),
                        row.getString("given_by"),
                        Objects.requireNonNull(StaffTable.instant(row, "given_at"))))
                .list();
    }

    /** Who logs in as that is nobody here any more. */
    boolean remove(String subject, String id) {
        return db
                        .sql("select sub, issuer from identity.staff_accounts_elsewhere where subject = :subject")
                        .param("subject", subject)
                        .query((row, number) -> List.of(row.getString("issuer"), row.getString("sub")))
                        .list()
                        .stream()
                        .filter(named -> id(named.getFirst(), named.getLast()).equals(id))
                        .mapToInt(named -> remove(subject, named.getFirst(), named.getLast()))
                        .sum()
                == 1;
    }

    private int remove(String subject, String issuer, String sub) {
        return db.sql("""
                        delete from identity.staff_accounts_elsewhere
                        where subject = :subject and issuer = :issuer and sub = :sub
                        """)
                .param("subject", subject)
                .param("issuer", issuer)
                .param("sub", sub)
                .update();
    }

    /** A {@code sub} may be somebody's number as a citizen: it is in no answer and no audit. */
    String id(String issuer, String sub) {
        return seal.hash("staff-account " + issuer + " " + sub);
    }
}
