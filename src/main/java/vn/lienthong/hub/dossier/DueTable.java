package vn.lienthong.hub.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dossier.deadline.Adjustment;

/** Writes what stopped the clock of a dossier and what that did to its due dates, in one statement. */
final class DueTable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String KEEP = """
            with stops as (
              select s.* from jsonb_to_recordset(cast(:stops as jsonb)) as s(
                     from_seq int, basis text, since timestamptz, until timestamptz, counts boolean)
            ), gone as (
              delete from hub.due_suspensions
               where dossier_id = :id and from_seq not in (select from_seq from stops)
            ), kept as (
              insert into hub.due_suspensions as d (dossier_id, from_seq, basis, since, until, counts, document)
              select :id, s.from_seq, s.basis, s.since, s.until, s.counts,
                     (select e.note from hub.events e where e.dossier_id = :id and e.seq = s.from_seq limit 1)
                from stops s
              on conflict (dossier_id, from_seq) do update
                 set basis = excluded.basis, since = excluded.since, until = excluded.until, counts = excluded.counts
            )
            insert into hub.due_adjustments (dossier_id, seq, line, due_before, due_after, by, reason, form, recorded_at)
            select :id, a.seq, a.line, a.before, a.after, a.by, a.reason, a.form, :now
              from jsonb_to_recordset(cast(:adjustments as jsonb)) as a(
                   seq int, line text, before timestamptz, after timestamptz, by text, reason text, form text)
            """;

    private final JdbcClient db;
    private final Clock clock;

    DueTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void keep(UUID dossier, DueChange change) {
        List<Row> stops = change.stops().stream().map(Row::of).toList();
        List<Adjustment> adjustments = change.adjustments();
        db.sql(KEEP)
                .param("id", dossier)
                .param("stops", JSON.writeValueAsString(stops))
                .param("adjustments", JSON.writeValueAsString(adjustments))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** A stop in the column names of {@code hub.due_suspensions}. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Row(
            int fromSeq,
            String basis,
            Instant since,
            @Nullable Instant until,
            boolean counts) {

        static Row of(DueChange.Counted counted) {
            return new Row(
                    counted.stop().fromSeq(),
                    counted.stop().basis().name(),
                    counted.stop().from(),
                    counted.stop().until(),
                    counted.counts());
        }
    }
}
