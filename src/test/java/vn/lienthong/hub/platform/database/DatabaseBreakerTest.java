package vn.lienthong.hub.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseBreakerTest {

    private final AtomicBoolean answers = new AtomicBoolean();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final DatabaseBreaker breaker = new DatabaseBreaker(this::probe, Duration.ofMillis(10), Clock.systemUTC());

    DatabaseBreakerTest() {
        breaker.listen(new DatabaseBreaker.Listener() {
            @Override
            public void databaseWentAway() {
                told.add("away");
            }

            @Override
            public void databaseCameBack() {
                told.add("back");
            }
        });
    }

    @AfterEach
    void stop() {
        breaker.destroy();
    }

    @Test
    void opensOnceAndClosesWhenTheProbeSucceeds() {
        breaker.failed(away("08006"));
        breaker.failed(away("08006"));
        assertThat(breaker.available()).isFalse();
        assertThat(breaker.awaySince()).isPresent();

        answers.set(true);

        await().until(breaker::available);
        await().untilAsserted(() -> assertThat(told).containsExactly("away", "back"));
    }

    @Test
    void staysClosedWhenTheWorkItselfWasWrong() {
        breaker.failed(new DuplicateKeyException("twice", new SQLException("duplicate key", "23505")));
        breaker.failed(new IllegalStateException("a bug of ours"));
        breaker.failed(null);

        assertThat(breaker.available()).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void takesAnEmptyPoolForADatabaseThatIsAway() {
        breaker.failed(new CannotCreateTransactionException(
                "no connection", new SQLTransientConnectionException("request timed out")));

        assertThat(breaker.available()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53100", "53300", "57P01", "57P02", "57P03", "58030", "25006"})
    void knowsTheStatesOfADatabaseThatIsAway(String state) {
        assertThat(DatabaseFailure.meansAway(new RuntimeException(away(state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "40P01", "42601", "57014", "22001"})
    void knowsTheStatesOfADatabaseThatSaidNo(String state) {
        assertThat(DatabaseFailure.meansAway(new RuntimeException(away(state)))).isFalse();
    }

    @Test
    void seesTheFailureBehindARollbackThatFailedToo() {
        var rollback = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        assertThat(DatabaseFailure.meansAway(rollback)).isFalse();

        rollback.initApplicationException(
                new DataAccessResourceFailureException("terminated", new SQLException("terminated", "57P01")));

        assertThat(DatabaseFailure.meansAway(rollback)).isTrue();
    }

    private void probe() {
        if (!answers.get()) {
            throw new IllegalStateException("still away");
        }
    }

    private static SQLException away(String state) {
        return new SQLException("refused", state);
    }
}
