package vn.lienthong.hub.dossier.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.infra.RealParts;

class DossierCodesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final int WRITERS = 50;

    private static HikariDataSource database;
    private static Node one;
    private static Node two;

    /** One node's pool and transactions on the shared database. */
    private record Node(HikariDataSource pool, TransactionTemplate transaction) {

        static Node on(HikariDataSource database) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(database.getJdbcUrl());
            pool.setUsername(database.getUsername());
            pool.setPassword(database.getPassword());
            pool.setMaximumPoolSize(8);
            return new Node(pool, PlatformFixture.transaction(pool));
        }

        DossierCodes codes(Clock clock) {
            return new DossierCodes(JdbcClient.create(pool), clock);
        }

        String issue(String unit, boolean rollBack) {
            return Objects.requireNonNull(transaction.execute(status -> {
                String code = codes(at("2026-11-22T02:00:00Z")).issue(unit);
                if (rollBack) {
                    status.setRollbackOnly();
                }
                return rollBack ? "" : code;
            }));
        }
    }

    @BeforeAll
    static void open() {
        database = RealParts.shared().freshDatabase();
        one = Node.on(database);
        two = Node.on(database);
    }

    @AfterAll
    static void close() {
        one.pool().close();
        two.pool().close();
        database.close();
    }

    @Test
    void givesFiftyWritersOnTwoNodesFiftyNumbersInARow() throws Exception {
        List<String> codes = race("000.00.14.H52", writer -> false);

        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, WRITERS)
                        .mapToObj("000.00.14.H52-261122-%04d"::formatted)
                        .toList());
    }

    @Test
    void losesNoNumberWhenWritersRollBack() throws Exception {
        List<String> codes = race("H52.14", writer -> writer % 3 == 0);

        List<String> kept =
                codes.stream().filter(code -> !code.isEmpty()).sorted().toList();
        assertThat(kept).hasSizeBetween(30, 35);
        assertThat(kept)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, kept.size())
                        .mapToObj("H52.14-261122-%04d"::formatted)
                        .toList());
        assertThat(one.codes(Clock.systemUTC()).gaps("H52.14", DAY)).isEmpty();
    }

    @Test
    void passesOverANumberTheUnitHasUsedAndTellsIt() {
        JdbcClient.create(database).sql("""
                        insert into hub.dossiers (id, code, sender, version, last_seq, config_version, created_at, updated_at)
                        values (gen_random_uuid(), 'H52.15-261122-0002', 'land', 1, 1, 1, now(), now())""").update();

        assertThat(one.issue("H52.15", false)).isEqualTo("H52.15-261122-0001");
        assertThat(two.issue("H52.15", false)).isEqualTo("H52.15-261122-0003");
        assertThat(two.codes(Clock.systemUTC()).gaps("H52.15", DAY)).containsExactly(2L);
    }

    @Test
    void beginsAgainWithEachDayOfVietnam() {
        assertThat(issuedAt("2026-11-22T16:59:00Z")).isEqualTo("H52.16-261122-0001");
        assertThat(issuedAt("2026-11-22T17:00:00Z")).isEqualTo("H52.16-261123-0001");
        assertThat(issuedAt("2026-11-22T17:01:00Z")).isEqualTo("H52.16-261123-0002");
    }

    @Test
    void issuesOnlyForAUnit() {
        assertThatThrownBy(() -> one.issue("Sở Y tế", false)).hasMessageContaining("no unit code");
    }

    private static String issuedAt(String moment) {
        return Objects.requireNonNull(
                one.transaction().execute(status -> one.codes(at(moment)).issue("H52.16")));
    }

    private static List<String> race(String unit, IntPredicate rollsBack) throws Exception {
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<String>> writers = IntStream.range(0, WRITERS)
                    .<Callable<String>>mapToObj(
                            writer -> () -> (writer % 2 == 0 ? one : two).issue(unit, rollsBack.test(writer)))
                    .toList();
            List<String> codes = new ArrayList<>();
            for (Future<String> code : threads.invokeAll(writers)) {
                codes.add(code.get());
            }
            return codes;
        }
    }

    private static Clock at(String moment) {
        return Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
    }
}
