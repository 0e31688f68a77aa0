package vn.lienthong.hub.quality.integrity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.dossier.integrity.IntegrityFindings;
import vn.lienthong.hub.dossier.integrity.IntegrityFindings.Finding;
import vn.lienthong.trust.Seal;

/** How many new dossiers of a sender said the same in a field, one after the other: a row per sender and field. */
@Repository
class FieldRuns {

    private final JdbcClient db;
    private final Seal seal;
    private final IntegrityFindings findings;

    FieldRuns(JdbcClient db, Seal seal, IntegrityFindings findings) {
        this.db = db;
        this.seal = seal;
        this.findings = findings;
    }

    /** What a new dossier says. */
    record Said(String sender, Map<String, String> fields, Instant at) {}

    private record Field(String sender, String name) {}

    private record Run(String hash, String shown, int dossiers, Instant since, Instant until) {

        Run and(Instant at) {
            return new Run(hash, shown, dossiers + 1, since, at);
        }
    }

    /** In the caller's transaction, each dossier once. */
    void count(List<Said> said, int most) {
        if (said.isEmpty()) {
            return;
        }
        var runs = runs(said.stream().map(Said::sender).distinct().toList());
        var before = Map.copyOf(runs);
        said.forEach(one -> one.fields().forEach((field, value) -> {
            var hash = seal.hash(value);
            runs.merge(
                    new Field(one.sender(), field),
                    new Run(hash, Constants.shown(value), 1, one.at(), one.at()),
                    (run, first) -> run.hash().equals(hash) ? run.and(one.at()) : first);
        }));
        runs.forEach((field, run) -> {
            var old = before.get(field);
            if (!run.equals(old)) {
                keep(field, run);
                judge(field, run, old, most);
            }
        });
    }

    private void judge(Field field, Run run, @Nullable Run old, int most) {
        var reuse = field.name().equals(Constants.REUSED_PAPERS);
        var kind = reuse ? "REUSE_ON_FIRST_ONLY" : "CONSTANT_FIELD";
        if (run.dossiers() > most && (!reuse || run.shown().equals(Constants.FIRST_ALONE))) {
            findings.put(new Finding(
                    "",
                    field.sender(),
                    reuse ? "D7" : "D6",
                    kind,
                    field.name(),
                    "always " + run.shown(),
                    run.since(),
                    run.until(),
                    run.dossiers()));
        } else if (old != null && old.dossiers() > most) {
            findings.settleOf(field.sender(), kind, field.name());
        }
    }

    private Map<Field, Run> runs(List<String> senders) {
        var runs = new LinkedHashMap<Field, Run>();
        db.sql("select * from hub.field_runs where sender = any(:senders)")
                .param("senders", Set.copyOf(senders).toArray(String[]::new))
                .query(row -> {
                    runs.put(
                            new Field(row.getString("sender"), row.getString("field")),
                            new Run(
                                    row.getString("hash"),
                                    row.getString("shown"),
                                    row.getInt("dossiers"),
                                    row.getObject("since", OffsetDateTime.class).toInstant(),
                                    row.getObject("until", OffsetDateTime.class).toInstant()));
                });
        return runs;
    }

    private void keep(Field field, Run run) {
        db.sql("""
                        insert into hub.field_runs (sender, field, hash, shown, dossiers, since, until)
                        values (:sender, :field, :hash, :shown, :dossiers, :since, :until)
                        on conflict (sender, field) do update
                        set hash = excluded.hash, shown = excluded.shown, dossiers = excluded.dossiers,
                            since = excluded.since, until = excluded.until""")
                .param("sender", field.sender())
                .param("field", field.name())
                .param("hash", run.hash())
                .param("shown", run.shown())
                .param("dossiers", run.dossiers())
                .param("since", run.since().atOffset(ZoneOffset.UTC))
                .param("until", run.until().atOffset(ZoneOffset.UTC))
                .update();
    }
}
