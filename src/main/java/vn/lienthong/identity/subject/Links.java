package vn.lienthong.identity.subject;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.audit.Actor;

/** Which subject an account stands for, now and before. */
@Component
class Links {

    private final JdbcClient db;
    private final Clock clock;

    Links(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<String> subjectOf(UUID account) {
        return db.sql("select subject from identity.account_links where account = :account and valid_to is null")
                .param("account", account)
                .query(String.class)
                .optional();
    }

    Optional<String> subjectByTechId(String techId, UUID except) {
        return db.sql("""
                        select l.subject from identity.accounts a
                        join identity.account_links l on l.account = a.id and l.valid_to is null
                        where a.tech_id = :techId and a.id <> :except order by a.first_seen limit 1
                        """)
                .param("techId", techId)
                .param("except", except)
                .query(String.class)
                .optional();
    }

    /** Other subjects with an account that states this id now. */
    List<String> subjectsStating(SecondaryId id, String except) {
        return db.sql("""
                        select distinct l.subject from identity.secondary_ids i
                        join identity.account_links l on l.account = i.account and l.valid_to is null
                        where i.hash = :hash and i.valid_to is null and l.subject <> :except
                        """)
                .param("hash", id.hash())
                .param("except", except)
                .query(String.class)
                .list();
    }

    List<UUID> accountsOf(String subject) {
        return db.sql("select account from identity.account_links where subject = :subject and valid_to is null")
                .param("subject", subject)
                .query(UUID.class)
                .list();
    }

    /** From now on the account stands for this subject; what it stood for before is kept as history. */
    void link(UUID account, String subject, Actor by, String reason) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<Long> before = db.sql("""
                        update identity.account_links set valid_to = :now
                        where account = :account and valid_to is null returning id
                        """)
                .param("now", now)
                .param("account", account)
                .query(Long.class)
                .optional();
        long link = db.sql("""
                        insert into identity.account_links (account, subject, valid_from, made_by, reason)
                        values (:account, :subject, :now, :by, :reason) returning id
                        """)
                .param("account", account)
                .param("subject", subject)
                .param("now", now)
                .param("by", by.name())
                .param("reason", reason)
                .query(Long.class)
                .single();
        before.ifPresent(old -> db.sql("update identity.account_links set superseded_by = :link where id = :old")
                .param("link", link)
                .param("old", old)
                .update());
    }
}
