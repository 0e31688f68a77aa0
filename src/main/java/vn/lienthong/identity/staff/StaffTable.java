package vn.lienthong.identity.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts of staff; what they may do lies in {@link Grants}, what else stands for them in {@link Elsewhere}. */
@Component
class StaffTable {

    private final JdbcClient db;
    private final Grants grants;
    private final Elsewhere elsewhere;
    private final Clock clock;

    StaffTable(JdbcClient db, Grants grants, Elsewhere elsewhere, Clock clock) {
        this.db = db;
        this.grants = grants;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /** What log-in needs of an account; nothing of it leaves this package. */
    record Account(
            String subject,
            String name,
            @Nullable String password,
            @Nullable Instant passwordSetAt,
            byte @Nullable [] factor) {}

    /** False when the name is taken; a name once given is never given again. */
    boolean add(String subject, String name, String displayName, String by) {
        boolean taken = db.sql("select exists (select 1 from identity.staff where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
        if (taken) {
            return false;
        }
        db.sql("insert into identity.subjects (id, kind, created_at) values (:id, 'STAFF', :now)")
                .param("id", subject)
                .param("now", now())
                .update();
        db.sql("""
                insert into identity.staff (subject, name, display_name, created_at, created_by)
                values (:subject, :name, :display, :now, :by)
                """)
                .param("subject", subject)
                .param("name", name)
                .param("display", displayName)
                .param("now", now())
                .param("by", by)
                .update();
        return true;
    }

    Optional<Account> account(String name) {
        return account("name", name);
    }

    Optional<Account> accountOf(String subject) {
        return account("subject", subject);
    }

    private Optional<Account> account(String column, String value) {
        return db.sql("select * from identity.staff where " + column + " = :value")
                .param("value", value)
                .query((row, number) -> new Account(
                        row.getString("subject"),
                        row.getString("name"),
                        row.getString("password"),
                        instant(row, "password_set_at"),
                        row.getBytes("factor")))
                .optional();
    }

    Optional<StaffMember> find(String name) {
        return members("f.name = :value", name).stream().findFirst();
    }

    List<StaffMember> all() {
        return members("true or f.name = :value", "");
    }

    private List<StaffMember> members(String condition, String value) {
        return db.sql("select f.*, s.locked_at from identity.staff f join identity.subjects s on s.id = f.subject"
                        + " where " + condition + " order by f.name")
                .param("value", value)
                .query((row, number) -> member(row))
                .list();
    }

    private StaffMember member(ResultSet row) throws SQLException {
        Instant locked = instant(row, "locked_until");
        return new StaffMember(
                row.getString("subject"),
                row.getString("name"),
                row.getString("display_name"),
                row.getString("password") != null,
                row.getBytes("factor") != null,
                instant(row, "invitation_until"),
                locked != null && locked.isAfter(clock.instant()) ? locked : null,
                row.getObject("locked_at") != null,
                grants.of(row.getString("subject")),
                elsewhere.of(row.getString("subject")));
    }

    /** Two changes of an account at one time are one after the other. */
    void lock(String subject) {
        db.sql("select subject from identity.staff where subject = :subject for update")
                .param("subject", subject)
                .query(String.class)
                .single();
    }

    /** A code that was never used is no longer any good once there is a newer one. */
    void invite(String subject, String hash, Instant until) {
        db.sql("""
                update identity.staff set password = null, invitation = :hash, invitation_until = :until
                where subject = :subject
                """)
                .param("hash", hash)
                .param("until", at(until))
                .param("subject", subject)
                .update();
    }

    /** Takes the code and sets the password in one stroke; false when the code is not, or no longer, the one. */
    boolean accept(String name, String codeHash, String password) {
        return db.sql("""
                        update identity.staff set password = :password, password_set_at = :now, invitation = null,
                          invitation_until = null where name = :name and invitation = :hash and invitation_until > :now
                        """)
                        .param("password", password)
                        .param("now", now())
                        .param("name", name)
                        .param("hash", codeHash)
                        .update()
                == 1;
    }

    boolean isInvited(String name, String codeHash) {
        return db.sql("""
                        select exists (select 1 from identity.staff
                          where name = :name and invitation = :hash and invitation_until > :now)
                        """)
                .param("name", name)
                .param("hash", codeHash)
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** False when the password is not any more the one that was proven: a reset meanwhile stands. */
    boolean replacePassword(Account proven, String password) {
        return db.sql("""
                        update identity.staff set password = :password, password_set_at = :now
                        where subject = :subject and password = :proven
                        """)
                        .param("password", password)
                        .param("now", now())
                        .param("subject", proven.subject())
                        .param("proven", proven.password())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : Objects.requireNonNull(moment).toInstant();
    }
}
