package vn.lienthong.hub.national;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.dossier.SyncLedger;

/** Writes dossiers as the register would leave them, in one commit each. */
public final class Registered {

    public static final Instant RECEIVED = Instant.parse("2026-08-24T02:15:00Z");

    private static final String FACTS = """
            {"procedure":"1.004889","agency":"000.00.14.H52","channel":"ONLINE","summary":"Đề nghị công nhận văn bằng",
             "applicant":{"name":"TRẦN VĂN THỬ","subjectType":"CITIZEN","personalId":"038090000001","phone":"0900000001"},
             "receivedAt":"2026-08-24T09:15:00+07:00","dueAt":"2026-09-10T09:15:00+07:00","returnMethod":"DESK"}""";

    private final JdbcClient jdbc;
    private final SyncLedger ledger;
    private final Clock clock;

    Registered(JdbcClient jdbc, SyncLedger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A dossier whose history is these statuses, an hour apart. */
    public UUID dossier(String code, int... statuses) {
        return dossier(code, FACTS, statuses);
    }

    public UUID dossier(String code, String facts, int... statuses) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into hub.dossiers (id, code, sender, procedure_code, procedure_version, agency_id, status,
                          version, last_seq, facts, received_at, due_at, due_source, config_version, created_at, updated_at)
                        values (:id, :code, 'home-affairs', '1.004889', 1, 'son-la.home-affairs', :status, 1, :last,
                          cast(:facts as jsonb), :received, :due, 'DEPARTMENT', 1, :now, :now)""")
                .param("id", id)
                .param("code", code)
                .param("status", statuses.length == 0 ? null : statuses[statuses.length - 1])
                .param("last", statuses.length + 1)
                .param("facts", facts)
                .param("received", at(RECEIVED))
                .param("due", at(RECEIVED.plusSeconds(86_400 * 10)))
                .param("now", OffsetDateTime.now(clock))
                .update();
        event(id, 1, "DETAILS", null, "VALID");
        for (int i = 0; i < statuses.length; i++) {
            event(id, i + 2, "STATUS", statuses[i], "VALID");
        }
        changed(id, statuses.length + 1, true);
        return id;
    }

    /** The next event of a dossier; returns its seq. */
    public int step(UUID dossier, int status, String verdict) {
        var seq = 1 + lastSeq(dossier);
        event(dossier, seq, "STATUS", status, verdict);
        jdbc.sql("update hub.dossiers set last_seq = :seq where id = :id")
                .param("seq", seq)
                .param("id", dossier)
                .update();
        changed(dossier, seq, false);
        return seq;
    }

    /** A change that no neighbour told. */
    private void changed(UUID dossier, int seq, boolean details) {
        ledger.changed(dossier, seq, seq, details, "");
    }

    public int step(UUID dossier, int status) {
        return step(dossier, status, "VALID");
    }

    public void details(UUID dossier, String path, String value) {
        jdbc.sql(
                        "update hub.dossiers set facts = jsonb_set(facts, cast(:path as text[]), to_jsonb(:value)) where id = :id")
                .param("path", List.of(path.split("\\.")).toArray(String[]::new))
                .param("value", value)
                .param("id", dossier)
                .update();
        var seq = 1 + lastSeq(dossier);
        event(dossier, seq, "DETAILS", null, "VALID");
        changed(dossier, seq, true);
    }

    /** The register froze another due date. */
    public void due(UUID dossier, Instant due) {
        jdbc.sql("update hub.dossiers set due_at = :due where id = :id")
                .param("due", at(due))
                .param("id", dossier)
                .update();
        var seq = 1 + lastSeq(dossier);
        event(dossier, seq, "DETAILS", null, "VALID");
        changed(dossier, seq, true);
    }

    public void rejudge(UUID dossier, int seq, String verdict) {
        jdbc.sql("update hub.events set verdict = :verdict where dossier_id = :id and seq = :seq")
                .param("verdict", verdict)
                .param("id", dossier)
                .param("seq", seq)
                .update();
    }

    private int lastSeq(UUID dossier) {
        return jdbc.sql("select max(seq) from hub.events where dossier_id = :id")
                .param("id", dossier)
                .query(Integer.class)
                .single();
    }

    private void event(UUID dossier, int seq, String kind, @Nullable Integer status, String verdict) {
        jdbc.sql("""
                        insert into hub.events (dossier_id, seq, kind, status, at, order_at, time_source, stamp_ticks,
                          stamp_node, sender, verdict, officer, receipt, record_no, config_version, correlation_id, recorded_at)
                        values (:dossier, :seq, :kind, :status, :at, :at, 'SOURCE', :seq, 'n1', 'home-affairs', :verdict,
                          'Lê Văn Thử', gen_random_uuid(), 1, 1, 'c-1', :now)""")
                .param("dossier", dossier)
                .param("seq", seq)
                .param("kind", kind)
                .param("status", status)
                .param("at", at(RECEIVED.plusSeconds(3_600L * seq)))
                .param("verdict", verdict)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(java.time.ZoneOffset.UTC);
    }
}
