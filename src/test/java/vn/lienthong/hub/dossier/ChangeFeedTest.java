package vn.lienthong.hub.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.lienthong.hub.dossier.ChangeFeed.Change;
import vn.lienthong.hub.dossier.ChangeFeed.Page;

class ChangeFeedTest {

    private RegisterDesk hub;

    @BeforeEach
    void open() {
        hub = new RegisterDesk();
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void givesEveryStatusOnceInPages() {
        IntStream.range(10, 17).forEach(n -> hub.takes(accepted("F-" + n)));

        List<String> read = new ArrayList<>();
        @Nullable String cursor = null;
        Page page;
        do {
            page = settled(cursor, 3);
            page.changes().forEach(change -> read.add(change.code()));
            cursor = page.next();
        } while (page.more());

        assertThat(read)
                .containsExactlyElementsOf(
                        IntStream.range(10, 17).mapToObj(n -> "F-" + n).toList());
        assertThat(hub.feed.after(cursor, 3).changes()).isEmpty();
    }

    @Test
    void tellsWhereTheDossierStandsNow() {
        hub.takes(accepted("F-1"));
        hub.takes(Seen.event("F-1").in(DossierStatus.RESOLVED, "2026-08-24T09:50:00"));

        Change first = settled(null, 10).changes().getFirst();
        assertThat(first.status()).isEqualTo(DossierStatus.ACCEPTED);
        assertThat(first.currentStatus()).isEqualTo(DossierStatus.RESOLVED);
    }

    @Test
    void leavesOutWhatHadNoPlaceInTheHistory() {
        hub.takes(accepted("F-1"));
        hub.takes(Seen.event("F-1").from("stranger").in(DossierStatus.DELIVERED));

        assertThat(settled(null, 10).changes()).hasSize(1);
    }

    @Test
    void missesNothingWhenWritersCommitInReverseOrder() throws SQLException {
        List<Connection> writers = new ArrayList<>();
        for (int n = 1; n <= 5; n++) {
            writers.add(writesWithoutCommitting("F-" + n));
        }
        List<String> read = new ArrayList<>();
        String cursor = read(null, read);

        for (Connection writer : writers.reversed()) {
            writer.commit();
            writer.close();
            cursor = read(cursor, read);
        }
        settled(cursor, 10).changes().forEach(change -> read.add(change.code()));

        assertThat(read).containsExactly("F-1", "F-2", "F-3", "F-4", "F-5");
    }

    @Test
    void showsNothingBehindAnOpenTransactionAndSaysHowLong() throws SQLException {
        Connection open = writesWithoutCommitting("F-1");
        hub.takes(accepted("F-2"));

        assertThat(hub.feed.after(null, 10).changes()).isEmpty();
        assertThat(hub.feed.lag()).isPositive();

        open.commit();
        open.close();
        assertThat(settled(null, 10).changes()).hasSize(2);
        assertThat(hub.feed.lag()).isEqualTo(Duration.ZERO);
    }

    @Test
    void skipsWhatWasRolledBack() throws SQLException {
        Connection open = writesWithoutCommitting("F-1");
        hub.takes(accepted("F-2"));
        open.rollback();
        open.close();

        assertThat(settled(null, 10).changes()).extracting(Change::code).containsExactly("F-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "AAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "__________________8="})
    void refusesCursorsItNeverGave(String cursor) {
        assertThatThrownBy(() -> hub.feed.after(cursor, 10)).isInstanceOf(MalformedCursorException.class);
    }

    /** The feed waits for every transaction of the server, so also for those of tests beside this one. */
    private Page settled(@Nullable String cursor, int limit) {
        JdbcClient db = JdbcClient.create(hub.database);
        long now = db.sql("select pg_current_xact_id()::text::bigint")
                .query(Long.class)
                .single();
        Awaitility.await()
                .until(() -> db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint > :now")
                        .param("now", now)
                        .query(Boolean.class)
                        .single());
        return hub.feed.after(cursor, limit);
    }

    private String read(@Nullable String cursor, List<String> read) {
        Page page = hub.feed.after(cursor, 10);
        page.changes().forEach(change -> read.add(change.code()));
        return page.next();
    }

    private static Seen accepted(String code) {
        return Seen.event(code).in(DossierStatus.ACCEPTED, "2026-08-24T09:15:00");
    }

    /** A writer of an event in a transaction of its own, left open. */
    private Connection writesWithoutCommitting(String code) throws SQLException {
        Connection connection = hub.database.getConnection();
        connection.setAutoCommit(false);
        JdbcClient writer = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        Outcome outcome = hub.on(writer).register(accepted(code).observation());
        assertThat(Objects.requireNonNull(outcome)).isInstanceOf(Outcome.Registered.class);
        return connection;
    }
}
