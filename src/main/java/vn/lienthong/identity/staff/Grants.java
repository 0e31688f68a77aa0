package vn.lienthong.identity.staff;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds which rights from when until when. A change ends what holds and begins anew; nothing is rewritten. */
@Component
class Grants {

    private final JdbcClient db;

    Grants(JdbcClient db) {
        this.db = db;
    }

    List<Grant> of(String subject) {
        return db.sql("select * from identity.staff_grants where subject = :subject order by valid_from, id")
                .param("subject", subject)
                .query((row, number) -> new Grant(
                        StaffRole.valueOf(row.getString("role")),
                        row.getString("department"),
                        row.getString("agency"),
                        Objects.requireNonNull(StaffTable.instant(row, "valid_from")),
                        StaffTable.instant(row, "valid_to")))
                .list();
    }

    Optional<Grant> at(String subject, Instant now) {
        return of(subject).stream().filter(grant -> grant.holdsAt(now)).findFirst();
    }

    /** The names of those who hold rights as people of this agency at this moment or after it. */
    List<String> staffOf(String agency, Instant moment) {
        return db.sql("""
                        select distinct f.name from identity.staff f join identity.staff_grants g on g.subject = f.subject
                        where g.agency = :agency and (g.valid_to is null or g.valid_to > :moment)
                          and g.valid_from <= :moment
                        order by f.name
                        """)
                .param("agency", agency)
                .param("moment", StaffTable.at(moment))
                .query(String.class)
                .list();
    }

    /** What held or was to hold after this moment no longer does. */
    int end(String subject, Instant moment) {
        db.sql("delete from identity.staff_grants where subject = :subject and valid_from >= :moment")
                .param("subject", subject)
                .param("moment", StaffTable.at(moment))
                .update();
        return db.sql("""
                        update identity.staff_grants set valid_to = :moment
                        where subject = :subject and (valid_to is null or valid_to > :moment)
                        """)
                .param("subject", subject)
                .param("moment", StaffTable.at(moment))
                .update();
    }

    /** From its first day on this is what holds, whatever was meant to before. */
    void give(String subject, Grant grant, String by, String reason) {
        lock(subject);
        end(subject, grant.from());
        db.sql("""
                insert into identity.staff_grants
                  (subject, role, department, agency, valid_from, valid_to, given_by, reason)
                values (:subject, :role, :department, :agency, :from, :until, :by, :reason)
                """)
                .param("subject", subject)
                .param("role", grant.role().name())
                .param("department", grant.department())
                .param("agency", grant.agency())
                .param("from", StaffTable.at(grant.from()))
                .param("until", moment(grant.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    /** Two changes at one time are one after the other. */
    private void lock(String subject) {
        db.sql("select subject from identity.staff where subject = :subject for update")
                .param("subject", subject)
                .query(String.class)
                .single();
    }

    private static java.time.@Nullable OffsetDateTime moment(@Nullable Instant moment) {
        return moment == null ? null : StaffTable.at(moment);
    }
}
