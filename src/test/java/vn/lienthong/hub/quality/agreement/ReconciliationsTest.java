package vn.lienthong.hub.quality.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.infra.RealParts;

/** Runs are asked for once a night and carried out by one node at a time. */
class ReconciliationsTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T19:30:00Z");
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Counts NOTHING =
            new Counts(Map.of(), Map.of(), Map.of(), Map.of(), Map.<String, List<String>>of(), List.of());

    private final HikariDataSource database = RealParts.shared().freshDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void asksOnceANightHoweverManyNodesThereAre() {
        assertThat(node(NIGHT).askNightly(LocalDate.of(2026, 11, 23), order())).isTrue();
        assertThat(node(NIGHT.plusSeconds(1)).askNightly(LocalDate.of(2026, 11, 23), order()))
                .isFalse();
        assertThat(node(NIGHT.plusSeconds(86_400)).askNightly(LocalDate.of(2026, 11, 24), order()))
                .isTrue();
        assertThat(node(NIGHT).page(null, 10)).hasSize(2);
    }

    @Test
    void leavesARunToTheNodeThatWorksOnItUntilItsLeaseEnds() {
        var asked = node(NIGHT).ask(order());
        assertThat(node(NIGHT).claim("a/1", LEASE)).map(Reconciliation::id).contains(asked.id());
        assertThat(node(NIGHT.plusSeconds(299)).claim("b/1", LEASE)).isEmpty();

        assertThat(node(NIGHT.plusSeconds(301)).claim("b/1", LEASE)).isPresent();
        assertThatThrownBy(() -> node(NIGHT.plusSeconds(302)).renew(asked.id(), "a/1", LEASE))
                .hasMessageContaining("lost");
        node(NIGHT.plusSeconds(303)).done(asked.id(), "a/1", NOTHING);
        assertThat(state(asked)).isEqualTo(Reconciliation.State.RUNNING);
        node(NIGHT.plusSeconds(304)).done(asked.id(), "b/1", NOTHING);
        assertThat(state(asked)).isEqualTo(Reconciliation.State.DONE);
    }

    @Test
    void beginsAnewAtOnceWhatTheSameNodeLeftBehind() {
        var asked = node(NIGHT).ask(order());
        assertThat(node(NIGHT).claim("a/1", LEASE)).isPresent();
        node(NIGHT).endLeasesOf("b");
        assertThat(node(NIGHT).claim("a/2", LEASE)).isEmpty();
        node(NIGHT).endLeasesOf("a");
        assertThat(node(NIGHT).claim("a/2", LEASE)).map(Reconciliation::id).contains(asked.id());
    }

    private Reconciliation.State state(Reconciliation run) {
        return node(NIGHT).find(run.id()).orElseThrow().state();
    }

    private Reconciliations node(Instant now) {
        return new Reconciliations(JdbcClient.create(database), JsonMapper.shared(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Reconciliations.Order order() {
        return new Reconciliations.Order(Scope.ALL, null, null, 10, "hub", "nightly look-ups");
    }
}
