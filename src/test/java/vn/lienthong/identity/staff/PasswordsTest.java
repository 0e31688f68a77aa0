package vn.lienthong.identity.staff;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** What hashing does when more people come than there is memory for. */
class PasswordsTest {

    @Test
    void sendsAwayWhoWouldWaitTooLong() {
        var passwords = new Passwords(new StaffRules(
                new StaffRules.Password(12, 200, null, List.of()),
                Duration.ofDays(2),
                Duration.ofMinutes(10),
                Set.of(),
                new StaffRules.Lockout(5, Duration.ofMinutes(15), Duration.ofMinutes(1), Duration.ofHours(1), 30),
                new StaffRules.Levels("LoA1", "LoA2")));
        var memory = (Semaphore) Objects.requireNonNull(ReflectionTestUtils.getField(passwords, "memory"));
        memory.acquireUninterruptibly(memory.availablePermits());
        assertThatThrownBy(() -> passwords.matches("any", null)).isInstanceOf(Passwords.Busy.class);
    }
}
