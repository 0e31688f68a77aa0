package vn.lienthong.hub.intake.collect.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.intake.collect.CollectRig;
import vn.lienthong.hub.intake.collect.Collector;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.infra.RealParts;

/** A view in a real PostgreSQL, read by a user who may read it and do nothing else. */
class ViewSourceTest {

    private final HikariDataSource theirs = RealParts.shared().freshDatabase();
    private final JdbcClient department = JdbcClient.create(theirs);
    private final CollectRig rig = new CollectRig();
    private final String reader = "reader_" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void opens() {
        department.sql("create schema app").update();
        department
                .sql("create table app.filed (no text, state text, fee numeric, changed timestamptz)")
                .update();
        department
                .sql("create view app.v_ho_so as select no, state, fee, changed from app.filed")
                .update();
        RealParts.shared().newDatabaseUser(reader, "đọc");
        department.sql("grant usage on schema app to " + reader).update();
        department.sql("grant select on app.v_ho_so to " + reader).update();
        rig.environment
                .withProperty("LIENTHONG_COLLECT_USER_COLLECTED", reader)
                .withProperty("LIENTHONG_COLLECT_SECRET_COLLECTED", "đọc");
    }

    @AfterEach
    void closes() {
        theirs.close();
        rig.close();
    }

    @Test
    void handsOverEachRowOnceAndAgainWhenItHasChanged() {
        filed("A1", "nhận", "2026-08-24 09:15:00+07");
        filed("A2", "nhận", "2026-08-24 09:16:00+07");
        Collector node = node(1);
        look(node);
        look(node);
        assertThat(rig.handed).hasSize(2);
        JsonNode first = JsonMapper.shared().readTree(rig.handed.getFirst());
        assertThat(first.path("no").asString()).isEqualTo("A1");
        assertThat(rig.handed.getFirst()).contains("250000.50");

        department
                .sql("update app.filed set state = 'xong', changed = '2026-08-24 10:00:00+07' where no = 'A1'")
                .update();
        look(node);
        assertThat(rig.handed).hasSize(3);
        assertThat(rig.handed.getLast()).contains("xong");
    }

    @Test
    void findsRowsThatWereCommittedLaterThanTheyWereWritten() {
        filed("B1", "nhận", "2026-08-24 09:30:00+07");
        look(node(100));
        filed("B2", "nhận", "2026-08-24 09:10:00+07");
        look(node(100));
        assertThat(rig.handed).hasSize(2);
    }

    @Test
    void goesThroughMoreRowsOfOneMomentThanAreReadAtOnce() {
        for (int row = 0; row < 25; row++) {
            filed("C%02d".formatted(row), "nhận", "2026-08-24 09:15:00+07");
        }
        look(node(4));
        assertThat(rig.handed).hasSize(25);
        assertThat(rig.cursor()).startsWith("2026-08-24");
    }

    @Test
    void keepsItsPlaceUntilTheDoorHasEverything() {
        filed("D1", "nhận", "2026-08-24 09:15:00+07");
        filed("D2", "nhận", "2026-08-24 09:16:00+07");
        rig.doorFailsAfter(1, new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "broker-unavailable", "away"));
        look(node(100));
        assertThat(rig.trouble()).startsWith("broker-unavailable");
        assertThat(rig.cursor()).isEqualTo("null");

        rig.doorWorks();
        look(node(100));
        assertThat(rig.distinct.stream().distinct()).hasSize(2);
        assertThat(rig.trouble()).isEqualTo("null");
    }

    @Test
    void saysWhatIsWrongWithTheView() {
        filed("E1", "nhận", null);
        look(node(100));
        assertThat(rig.trouble()).isEqualTo("a row of the view has nothing in changed");

        department.sql("revoke select on app.v_ho_so from " + reader).update();
        look(node(100));
        assertThat(rig.trouble()).contains("42501");

        rig.environment.setProperty("LIENTHONG_COLLECT_SECRET_COLLECTED", "khác");
        look(node(100));
        assertThat(rig.trouble()).contains("28P01");
    }

    private Collector node(int size) {
        String section = """
                by: view
                url: %s
                view: app.v_ho_so
                key: changed
                id: no
                start: "2026-08-01"
                size: %d
                """.formatted(theirs.getJdbcUrl(), size);
        return rig.node("one", "json", section, new ViewSource(rig.news(), rig.rounds("one"), rig.credentials()));
    }

    private void look(Collector node) {
        rig.isDue();
        rig.looks(node);
    }

    private void filed(String no, String state, @Nullable String changed) {
        department
                .sql("insert into app.filed values (:no, :state, 250000.50, cast(:changed as timestamptz))")
                .param("no", no)
                .param("state", state)
                .param("changed", changed)
                .update();
    }
}
