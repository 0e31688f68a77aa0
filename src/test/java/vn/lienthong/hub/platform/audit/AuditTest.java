package vn.lienthong.hub.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.infra.RealParts;
import vn.lienthong.trust.AuditCheck;
import vn.lienthong.trust.AuditVerdict;

class AuditTest {

    private static final Actor OPERATOR = new Actor("lan", Role.OPERATOR);

    private final HikariDataSource database = RealParts.shared().freshDatabase();
    private final JdbcClient db = JdbcClient.create(database);
    private final Audit audit = PlatformFixture.audit(database, Clock.systemUTC());

    private static AuditCheck goingOn(AuditCheck last) {
        return AuditCheck.from(last.after(), last.hash(), last.entries(), last.firstBroken());
    }

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void staysOneChainUnderManyWriters() {
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                int number = i;
                writers.submit(() -> audit.record(OPERATOR, "replay", "record/" + number, Map.of("no", number)));
            }
        }
        assertThat(audit.verify()).isEqualTo(new AuditVerdict(40, null));
    }

    @Test
    void showsAnEntryThatWasRewrittenBehindItsBack() {
        for (int i = 0; i < 3; i++) {
            audit.record(OPERATOR, "replay", "record/" + i, Map.of());
        }
        db.sql("alter table hub.audit disable trigger audit_append_only").update();
        db.sql("update hub.audit set actor = 'somebody else' where id = 2").update();
        assertThat(audit.verify().firstBroken()).isEqualTo(2);
    }

    /** A million entries are more than fit into memory at a time. */
    @Test
    void walksAChainThatIsLongerThanOnePortion() {
        PlatformFixture.transaction(database).executeWithoutResult(status -> {
            for (int i = 0; i < 1203; i++) {
                audit.record(OPERATOR, "replay", "record/" + i, Map.of());
            }
        });
        assertThat(audit.verify()).isEqualTo(new AuditVerdict(1203, null));
        AuditCheck first = audit.check(AuditCheck.START, Duration.ZERO);
        assertThat(first.entries()).isEqualTo(1000);
        assertThat(first.done()).isFalse();
        AuditCheck second = audit.check(goingOn(first), Duration.ZERO);
        assertThat(second.entries()).isEqualTo(1203);
        assertThat(audit.check(goingOn(second), Duration.ZERO))
                .isEqualTo(new AuditCheck(1203, null, 1203, second.hash(), 1203, true));
        assertThat(audit.check(AuditCheck.from(first.after(), "another", 1000, null), Duration.ZERO)
                        .firstBroken())
                .isEqualTo(1001);
        db.sql("alter table hub.audit disable trigger audit_append_only").update();
        db.sql("update hub.audit set actor = 'somebody else' where id = 1100").update();
        assertThat(audit.verify().firstBroken()).isEqualTo(1100);
    }

    @Test
    void showsAnEntryThatWasTakenOut() {
        for (int i = 0; i < 3; i++) {
            audit.record(OPERATOR, "replay", "record/" + i, Map.of());
        }
        db.sql("alter table hub.audit disable trigger audit_append_only").update();
        db.sql("delete from hub.audit where id = 2").update();
        assertThat(audit.verify().intact()).isFalse();
    }

    @Test
    void letsNobodyChangeOrRemoveAnEntry() {
        audit.record(OPERATOR, "replay", "record/1", Map.of());
        for (String sql :
                new String[] {"update hub.audit set actor = 'x'", "delete from hub.audit", "truncate hub.audit"}) {
            assertThatThrownBy(() -> db.sql(sql).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void losesTheEntryWithTheActItBelongsTo() {
        PlatformFixture.transaction(database).executeWithoutResult(status -> {
            audit.record(OPERATOR, "replay", "record/1", Map.of());
            status.setRollbackOnly();
        });
        assertThat(audit.verify().entries()).isZero();
    }
}
