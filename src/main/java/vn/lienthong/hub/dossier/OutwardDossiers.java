package vn.lienthong.hub.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads many dossiers at once as neighbours need them: facts, place, dates and status events. */
@Repository
public class OutwardDossiers {

    private static final ObjectReader FACTS = JsonMapper.shared().readerFor(DossierFacts.class);

    private final JdbcClient jdbc;

    public OutwardDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<UUID, OutwardDossier> of(Collection<UUID> ids) {
        var wanted = ids.stream().map(UUID::toString).toArray(String[]::new);
        var rows =
                jdbc.sql("""
                        select id, code, procedure_code, procedure_version, agency_id, facts, received_at, due_at, hold,
                               created_at, coalesce((select a.system from hub.authorities a
                                                      where a.dossier_id = id and a.stage = 'PROCESSING'), sender) as sender
                        from hub.dossiers where id = any((select cast(:ids as uuid[]))::uuid[])""").param("ids", wanted).query(OutwardDossiers::row).list();
        var events = events(wanted, rows);
        return rows.stream()
                .collect(Collectors.toMap(Row::id, row -> row.with(events.getOrDefault(row.id, List.of()))));
    }

    /**
     * The lower bound spares the partitions of months before the oldest of these dossiers. Other kinds of events are left
     * out here, not there: PostgreSQL would take that condition for a reason to read the index of all status events.
     */
    private Map<UUID, List<OutwardEvent>> events(String[] ids, List<Row> rows) {
        var oldest = rows.stream().map(Row::createdAt).min(OffsetDateTime::compareTo);
        if (oldest.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("""
                        select dossier_id, seq, kind, status, verdict, order_at, recorded_at, officer, officer_title, unit, note,
                               correlation_id
                        from hub.events
                        where dossier_id = any((select cast(:ids as uuid[]))::uuid[]) and recorded_at >= :since
                        order by seq""")
                .param("ids", ids)
                .param("since", oldest.get().minusDays(1))
                .query(OutwardDossiers::eventsByDossier);
    }

    private static Map<UUID, List<OutwardEvent>> eventsByDossier(ResultSet rows) throws SQLException {
        var byDossier = new HashMap<UUID, List<OutwardEvent>>();
        while (rows.next()) {
            if (EventKind.valueOf(rows.getString("kind")) == EventKind.STATUS) {
                byDossier
                        .computeIfAbsent(rows.getObject("dossier_id", UUID.class), id -> new ArrayList<>())
                        .add(event(rows));
            }
        }
        return byDossier;
    }

    private static OutwardEvent event(ResultSet row) throws SQLException {
        return new OutwardEvent(
                row.getInt("seq"),
                DossierStatus.of(row.getInt("status")),
                Verdict.valueOf(row.getString("verdict")),
                row.getObject("order_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("officer"),
                row.getString("officer_title"),
                row.getString("unit"),
                row.getString("note"),
                row.getString("correlation_id"));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("sender"),
                row.getString("procedure_code"),
                row.getObject("procedure_version", Long.class),
                row.getString("agency_id"),
                row.getString("facts"),
                row.getObject("received_at", OffsetDateTime.class),
                row.getObject("due_at", OffsetDateTime.class),
                row.getString("hold"),
                row.getObject("created_at", OffsetDateTime.class));
    }

    private record Row(
            UUID id,
            String code,
            String sender,
            @Nullable String procedure,
            @Nullable Long procedureVersion,
            @Nullable String agency,
            @Nullable String facts,
            @Nullable OffsetDateTime receivedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable String hold,
            OffsetDateTime createdAt) {

        OutwardDossier with(List<OutwardEvent> events) {
            return new OutwardDossier(
                    id,
                    code,
                    sender,
                    procedure,
                    procedureVersion,
                    agency,
                    facts == null ? null : FACTS.readValue(facts),
                    instant(receivedAt),
                    instant(dueAt),
                    hold == null ? null : Hold.valueOf(hold),
                    events);
        }

        private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
            return at == null ? null : at.toInstant();
        }
    }
}
