package vn.lienthong.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.infra.RealParts;

/** The rows of messages on a real PostgreSQL: who gets which, and what is left when a node dies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DispatchesTest {

    private static final Set<Kind> ALL = Set.of(Kind.values());
    private static final String SYSTEM = "some-office";
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final HikariDataSource database = RealParts.shared().freshDatabase();
    private final JdbcClient db = JdbcClient.create(database);
    private final Dispatches dispatches = new Dispatches(db, PlatformFixture.seal(), Clock.systemUTC());

    @BeforeEach
    void empty() {
        db.sql("delete from hub.dispatches").update();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void givesEachMessageToOneOfManyThatClaimAtOnce() {
        for (int i = 0; i < 60; i++) {
            owe(dossier(), Kind.NEW, 1);
        }
        var claimed = new ConcurrentLinkedQueue<UUID>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int node = 0; node < 8; node++) {
                String lease = "node-" + node;
                threads.submit(() -> {
                    for (int look = 0; look < 20; look++) {
                        dispatches.claim(SYSTEM, ALL, lease, LEASE, 3).forEach(message -> claimed.add(message.id()));
                    }
                });
            }
        }

        assertThat(claimed).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void givesALaterMessageOfADossierOnlyWhenTheEarlierIsThere() {
        UUID dossier = dossier();
        owe(dossier, Kind.NEW, 1);
        owe(dossier, Kind.PAYMENT, 2);

        Message first = dispatches.claim(SYSTEM, ALL, "one", LEASE, 10).getFirst();
        assertThat(first.kind()).isEqualTo(Kind.NEW);
        assertThat(dispatches.claim(SYSTEM, ALL, "two", LEASE, 10)).isEmpty();
        dispatches.done(first.id(), "one");

        assertThat(dispatches.claim(SYSTEM, ALL, "two", LEASE, 10))
                .singleElement()
                .satisfies(later -> assertThat(later.kind()).isEqualTo(Kind.PAYMENT));
    }

    @Test
    void saysThatAMessageMayHaveArrivedWhenItsNodeDiedWithIt() {
        owe(dossier(), Kind.NEW, 1);
        Message lost = dispatches
                .claim(SYSTEM, ALL, "died", Duration.ofSeconds(-1), 10)
                .getFirst();

        Message again = dispatches.claim(SYSTEM, ALL, "lives", LEASE, 10).getFirst();

        assertThat(lost.uncertain()).isFalse();
        assertThat(again.uncertain()).isTrue();
        assertThat(again.id()).isEqualTo(lost.id());
        assertThat(dispatches.done(lost.id(), "died")).isFalse();
        assertThat(dispatches.done(again.id(), "lives")).isTrue();
    }

    @Test
    void saysTheSameHoweverOftenItIsSentAndOwesItOnce() {
        UUID dossier = dossier();
        owe(dossier, Kind.NEW, 1);
        owe(dossier, Kind.NEW, 1);
        Message message = dispatches.claim(SYSTEM, ALL, "one", LEASE, 10).getFirst();
        dispatches.written(message, new byte[] {1});
        dispatches.written(message, new byte[] {2});
        dispatches.later(message, "one", Duration.ZERO, true, "no answer");

        List<Message> again = dispatches.claim(SYSTEM, ALL, "two", LEASE, 10);

        assertThat(again).singleElement().satisfies(same -> {
            assertThat(same.body()).containsExactly(1);
            assertThat(same.uncertain()).isTrue();
            assertThat(same.attempts()).isEqualTo(2);
        });
    }

    @Test
    void tellsOnlyTheNewSystemOfADossierThatMoved() {
        UUID dossier = dossier();
        owe(dossier, Kind.NEW, 1);

        dispatches.overtaken(dossier, "another-office");

        assertThat(dispatches.claim(SYSTEM, ALL, "one", LEASE, 10)).isEmpty();
        owe(dossier, Kind.NEW, 1);
        Set<UUID> back = new TreeSet<>();
        dispatches.claim(SYSTEM, ALL, "one", LEASE, 10).forEach(message -> back.add(message.dossierId()));
        assertThat(back).containsExactly(dossier);
    }

    private UUID dossier() {
        UUID id = UUID.randomUUID();
        db.sql("""
                        insert into hub.dossiers (id, code, sender, version, last_seq, config_version, created_at, updated_at)
                        values (:id, :code, 'portal', 1, 1, 1, now(), now())
                        """).param("id", id).param("code", id.toString()).update();
        return id;
    }

    private void owe(UUID dossier, Kind kind, int seq) {
        dispatches.owe(
                new Handovers.Open(dossier, dossier.toString(), SYSTEM, seq, 0, "correlation"), SYSTEM, kind, seq);
    }
}
