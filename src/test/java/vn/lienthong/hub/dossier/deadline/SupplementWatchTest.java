package vn.lienthong.hub.dossier.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.catalog.CatalogFixture;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.infra.RealParts;

/** Thirty days for a supplement, asked for on Tuesday 6 October 2026: the last day is Thursday 5 November, 09:00. */
class SupplementWatchTest {

    private static final int WAIT_SUPPLEMENT = 5;
    private static final int IN_PROGRESS = 4;

    private final HikariDataSource database = RealParts.shared().freshDatabase();
    private final JdbcClient db = JdbcClient.create(database);
    private final DatabaseBreaker breaker = PlatformFixture.databaseBreaker(database, Clock.systemUTC());

    @AfterEach
    void closes() throws Exception {
        breaker.destroy();
        database.close();
    }

    @Test
    void warnsOnceWhenTheTimeRanOutAndLeavesTheStatus() {
        UUID dossier = dossier("A", "1.005129", WAIT_SUPPLEMENT);
        asked(dossier, 2, WAIT_SUPPLEMENT, "2026-10-06T09:00:00");

        assertThat(at("2026-11-05T09:00:00").raiseAll()).isZero();
        assertThat(at("2026-11-05T09:01:00").raiseAll()).isEqualTo(1);
        assertThat(at("2026-11-06T09:00:00").raiseAll()).isZero();

        SupplementWarnings.Open open = warnings("2026-11-06T09:00:00").open(10).getFirst();
        assertThat(open.code()).isEqualTo("A");
        assertThat(open.days()).isEqualTo(30);
        assertThat(open.until()).isEqualTo(moment("2026-11-05T09:00:00"));
        assertThat(db.sql("select status from hub.dossiers")
                        .query(Integer.class)
                        .single())
                .isEqualTo(WAIT_SUPPLEMENT);
    }

    @Test
    void countsFromTheLastRequest() {
        UUID dossier = dossier("B", "1.005129", WAIT_SUPPLEMENT);
        asked(dossier, 2, WAIT_SUPPLEMENT, "2026-10-06T09:00:00");
        asked(dossier, 3, IN_PROGRESS, "2026-10-08T09:00:00");
        asked(dossier, 4, WAIT_SUPPLEMENT, "2026-10-13T09:00:00");

        assertThat(at("2026-11-10T09:00:00").raiseAll()).isZero();
        assertThat(at("2026-11-13T09:00:00").raiseAll()).isEqualTo(1);
    }

    @Test
    void doesNotWarnWhereTheDossierMovedOnOrNoTimeIsKnown() {
        asked(dossier("C", "1.005129", IN_PROGRESS), 2, WAIT_SUPPLEMENT, "2026-10-06T09:00:00");
        asked(dossier("D", "2.000477", WAIT_SUPPLEMENT), 2, WAIT_SUPPLEMENT, "2026-10-06T09:00:00");

        assertThat(at("2026-12-31T09:00:00").raiseAll()).isZero();
    }

    @Test
    void takesAWarningOffTheListWhenTheDossierMoves() {
        UUID dossier = dossier("E", "1.005129", WAIT_SUPPLEMENT);
        asked(dossier, 2, WAIT_SUPPLEMENT, "2026-10-06T09:00:00");
        at("2026-11-06T09:00:00").raiseAll();
        db.sql("update hub.dossiers set status = 4").update();

        assertThat(warnings("2026-11-06T09:00:00").open(10)).isEmpty();
    }

    @Test
    void warnsOfMoreThanOnePage() {
        for (int number = 0; number < 1_001; number++) {
            asked(dossier("F" + number, "1.005129", WAIT_SUPPLEMENT), 2, WAIT_SUPPLEMENT, "2026-10-06T09:00:00");
        }
        assertThat(at("2026-11-06T09:00:00").raiseAll()).isEqualTo(1_001);
    }

    private SupplementWatch at(String local) {
        Map<String, String> files =
                new TreeMap<>(PlatformFixture.projectConfig().current().files());
        files.computeIfPresent(
                "demo/procedures.yaml",
                (path, text) -> text.replaceFirst(
                        "(code: \"1.005129\"[^{]*\\{version: 1,)", "$1 supplement: {clock: STOPS, days: 30},"));
        CatalogFixture catalog = CatalogFixture.of(PlatformFixture.config(files), "son-la");
        return new SupplementWatch(
                warnings(local), catalog.procedures(), catalog.workingCalendar(), breaker, clock(local));
    }

    private SupplementWarnings warnings(String local) {
        return new SupplementWarnings(db, clock(local));
    }

    private UUID dossier(String code, String procedure, int status) {
        UUID id = UUID.randomUUID();
        db.sql("""
                        insert into hub.dossiers (id, code, sender, procedure_code, procedure_version, agency_id, status, version, last_seq, config_version, created_at, updated_at)
                        values (:id, :code, 'land', :procedure, 1, 'son-la.home-affairs', :status, 1, 2, 1, now(), now())
                        """)
                .param("id", id)
                .param("code", code)
                .param("procedure", procedure)
                .param("status", status)
                .update();
        return id;
    }

    private void asked(UUID dossier, int seq, int status, String local) {
        db.sql("""
                        insert into hub.events (dossier_id, seq, kind, status, order_at, time_source, stamp_ticks, stamp_node, sender, verdict, receipt, record_no, config_version, correlation_id, recorded_at)
                        values (:dossier, :seq, 'STATUS', :status, :at, 'SOURCE', 1, 'n', 'land', 'VALID', gen_random_uuid(), 1, 1, 'c', now())
                        """)
                .param("dossier", dossier)
                .param("seq", seq)
                .param("status", status)
                .param("at", moment(local).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Clock clock(String local) {
        return Clock.fixed(moment(local), ZoneOffset.UTC);
    }

    private static Instant moment(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }
}
