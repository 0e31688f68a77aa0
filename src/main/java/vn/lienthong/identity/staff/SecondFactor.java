package vn.lienthong.identity.staff;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.trust.Seal;

/** The second factor: an authenticator's codes, each good once, and recovery codes for when it is lost. */
@Component
class SecondFactor {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    SecondFactor(JdbcClient db, TransactionTemplate transaction, Seal seal, Journal journal, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.seal = seal;
        this.journal = journal;
        this.clock = clock;
    }

    byte[] draw() {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        chance.nextBytes(secret);
        return secret;
    }

    /**
     * Keeps it once a first code proves that the authenticator has it; gives the recovery codes, shown this once. One
     * that is there is never replaced: that is what a reset is for.
     */
    Optional<List<String>> enrol(StaffTable.Account account, byte[] secret, String code) {
        OptionalLong step = Totp.find(secret, plain(code), clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        List<String> recovery =
                Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!keep(account.subject(), secret, step.getAsLong())) {
                return Optional.empty();
            }
            recovery.forEach(one -> keep(account.subject(), one));
            journal.record(Actor.staff(account.name()), "second-factor-enrolled", account.name(), Map.of());
            return Optional.of(recovery);
        }));
    }

    private boolean keep(String subject, byte[] secret, long step) {
        return db.sql("""
                        update identity.staff set factor = :factor, factor_since = :now, factor_last_step = :step
                        where subject = :subject and factor is null
                        """)
                        .param("factor", seal.seal(secret))
                        .param("now", StaffTable.at(clock.instant()))
                        .param("step", step)
                        .param("subject", subject)
                        .update()
                == 1;
    }

    /** Takes a code of the authenticator or a recovery code; each is taken once, also by two at one time. */
    boolean take(StaffTable.Account account, String code) {
        byte[] factor = account.factor();
        if (factor == null) {
            return false;
        }
        OptionalLong step = Totp.find(seal.open(factor), plain(code), clock.instant());
        return step.isPresent() ? takeStep(account.subject(), step.getAsLong()) : takeRecovery(account.subject(), code);
    }

    private boolean takeStep(String subject, long step) {
        return db.sql("""
                        update identity.staff set factor_last_step = :step
                        where subject = :subject and factor_last_step < :step
                        """).param("step", step).param("subject", subject).update() == 1;
    }

    private boolean takeRecovery(String subject, String code) {
        return db.sql("""
                        update identity.staff_recovery_codes set used_at = :now
                        where subject = :subject and hash = :hash and used_at is null
                        """)
                        .param("now", StaffTable.at(clock.instant()))
                        .param("subject", subject)
                        .param("hash", hash(code))
                        .update()
                == 1;
    }

    /** The next log-in enrols anew. */
    void reset(String subject) {
        db.sql("update identity.staff set factor = null, factor_since = null where subject = :subject")
                .param("subject", subject)
                .update();
        db.sql("delete from identity.staff_recovery_codes where subject = :subject")
                .param("subject", subject)
                .update();
    }

    private void keep(String subject, String code) {
        db.sql("insert into identity.staff_recovery_codes (subject, hash) values (:subject, :hash)")
                .param("subject", subject)
                .param("hash", hash(code))
                .update();
    }

    private String recoveryCode() {
        byte[] drawn = new byte[RECOVERY_BYTES];
        chance.nextBytes(drawn);
        return Totp.text(drawn).replaceAll("(.{4})(?=.)", "$1-");
    }

    private String hash(String code) {
        return seal.hash("staff-recovery " + plain(code));
    }

    /** As people type it: with blanks, hyphens and small letters. */
    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
