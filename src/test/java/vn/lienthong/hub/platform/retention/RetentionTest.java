package vn.lienthong.hub.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** What is over for years goes; what is as old and open stays. */
@ExtendWith(OneHub.class)
class RetentionTest {

    private static final String OLD = "now() - interval '4 years'";

    private final JdbcClient db;
    private final Retention retention;

    RetentionTest(RunningHub hub) {
        this.db = hub.bean(JdbcClient.class);
        this.retention = hub.bean(Retention.class);
    }

    @Test
    void letsGoOfWhatIsSaidOfDossiersThatEnded() {
        UUID ended = dossier("RETAIN-1", 10);
        UUID open = dossier("RETAIN-2", 4);
        for (UUID dossier : new UUID[] {ended, open}) {
            db.sql("""
                            insert into hub.divergences (dossier_id, code, sender, owner, receipt, record_no, correlation_id,
                              first_at, last_at)
                            values (:id, 'RETAIN', 'land', 'finance', :id, 1, 'c', %1$s, %1$s)""".formatted(OLD)).param("id", dossier).update();
            db.sql(
                            "insert into hub.findings (dossier_id, code, subject, rule, found_at) values (:id, 'RETAIN', 's', 'r', %s)"
                                    .formatted(OLD))
                    .param("id", dossier)
                    .update();
        }
        integrity("RETAIN-1", OLD);
        integrity("RETAIN-2", "null");

        retention.purge();

        assertThat(ids("select dossier_id from hub.divergences where code = 'RETAIN'"))
                .containsExactly(open);
        assertThat(ids("select dossier_id from hub.findings where code = 'RETAIN'"))
                .containsExactly(open);
        assertThat(texts("select dossier_code from hub.integrity_findings where dossier_code like 'RETAIN-%'"))
                .containsExactly("RETAIN-2");
    }

    @Test
    void letsGoOfMessagesThatWereTakenAndOfNoneThatIsOwed() {
        UUID taken = handed("RETAIN-3", "DONE");
        UUID owed = handed("RETAIN-4", "FAILED");

        retention.purge();

        assertThat(ids("select dossier_id from hub.dispatches where code like 'RETAIN-%'"))
                .containsExactly(owed);
        assertThat(ids("select dossier_id from hub.handovers where code like 'RETAIN-%'"))
                .contains(taken, owed);
    }

    @Test
    void letsGoOfComparisonsThatAreNotTheLastWord() {
        UUID list = UUID.randomUUID();
        db.sql("""
                        insert into hub.reconciliation_lists (id, side, layout, format, file_name, sha256, size, made_at, taken_by, taken_at)
                        values (:id, 'PORTAL', 'portal-export', 'CSV', 'retain.csv', 'x', 1, %1$s, 't', %1$s)""".formatted(OLD)).param("id", list).update();
        UUID first = run(list, "5 years", "DONE", "done");
        UUID ordered = run(null, "5 years", "DONE", "ordered");
        UUID last = run(null, "4 years", "DONE", "done");
        UUID waiting = run(null, "5 years", "RUNNING", "done");

        retention.purge();

        assertThat(ids("select id from hub.reconciliations where reason = 'retain'"))
                .contains(ordered, last, waiting)
                .doesNotContain(first);
        assertThat(ids("select reconciliation from hub.differences where code = 'RETAIN'"))
                .doesNotContain(first)
                .contains(ordered, last);
        assertThat(ids("select id from hub.reconciliation_lists where file_name = 'retain.csv'"))
                .isEmpty();
        db.sql("delete from hub.differences where code = 'RETAIN'").update();
        db.sql("delete from hub.reconciliations where reason = 'retain'").update();
    }

    @Test
    void forgetsWhatWasFetchedYearsAgoAndNoFileWithoutItsReport() {
        db.sql(
                        "insert into hub.collected_items (sender, item, sha256, version, seen_at) values ('retain', 'a', 'x', 1, %s), ('retain', 'b', 'x', 1, now())"
                                .formatted(OLD))
                .update();
        db.sql(
                        "insert into hub.taken_files (sender, receipt, name, taken_at, answered_at) values ('retain', gen_random_uuid(), 'a', %1$s, %1$s), ('retain', gen_random_uuid(), 'b', %1$s, null)"
                                .formatted(OLD))
                .update();

        retention.purge();

        assertThat(texts("select item from hub.collected_items where sender = 'retain'"))
                .containsExactly("b");
        assertThat(texts("select name from hub.taken_files where sender = 'retain'"))
                .containsExactly("b");
    }

    private UUID dossier(String code, int status) {
        UUID id = UUID.randomUUID();
        db.sql("""
                        insert into hub.dossiers (id, code, sender, status, version, last_seq, config_version, created_at, updated_at)
                        values (:id, :code, 'finance', :status, 1, 1, 1, %1$s, %1$s)""".formatted(OLD))
                .param("id", id)
                .param("code", code)
                .param("status", status)
                .update();
        return id;
    }

    private UUID handed(String code, String state) {
        UUID id = dossier(code, 10);
        db.sql("""
                        insert into hub.handovers (dossier_id, code, origin, system, seen_seq, planned_seq, registered_at,
                          dispatched_at, accepted_at, accepted_by, correlation_id)
                        values (:id, :code, 'national-filings', 'finance', 1, 1, %1$s, %1$s, %1$s, 'ACK', 'c')""".formatted(OLD)).param("id", id).param("code", code).update();
        db.sql("""
                        insert into hub.dispatches (id, dossier_id, code, system, kind, seq, state, next_attempt_at,
                          correlation_id, created_at, ended_at)
                        values (gen_random_uuid(), :id, :code, 'finance', 'NEW', 1, :state, %1$s, 'c', %1$s, %1$s)""".formatted(OLD))
                .param("id", id)
                .param("code", code)
                .param("state", state)
                .update();
        return id;
    }

    private UUID run(@Nullable UUID list, String ago, String state, String repair) {
        UUID id = UUID.randomUUID();
        String at = "now() - interval '%s'".formatted(ago);
        db.sql("""
                        insert into hub.reconciliations (id, scope, portal_list, asked_by, reason, asked_at, state, lease, lease_until, started_at, ended_at)
                        values (:id, '{"retain":1}', cast(:list as uuid), 't', 'retain', %1$s, :state, 'other/1', now() + interval '1 hour', %1$s,
                          case when :state = 'DONE' then %1$s end)""".formatted(at))
                .param("id", id)
                .param("list", list == null ? null : list.toString())
                .param("state", state)
                .update();
        db.sql("""
                        insert into hub.differences (reconciliation, no, against, kind, code, cause, owner, first_seen, repair_outcome)
                        values (:id, 1, 'PORTAL', 'ONLY_HERE', 'RETAIN', 'UNKNOWN', 'hub', now(), :outcome)""").param("id", id).param("outcome", repair).update();
        return id;
    }

    private void integrity(String code, String settled) {
        db.sql("""
                        insert into hub.integrity_findings (dossier_code, kind, detail, first_at, last_at, settled_at)
                        values (:code, 'RETAIN', '', %1$s, %1$s, %2$s)""".formatted(OLD, settled)).param("code", code).update();
    }

    private List<UUID> ids(String sql) {
        return db.sql(sql).query(UUID.class).list();
    }

    private List<String> texts(String sql) {
        return db.sql(sql).query(String.class).list();
    }
}
