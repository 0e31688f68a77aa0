package vn.lienthong.hub.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.Stamp;

/** Reads a locked dossier and all that hangs on it from one row. */
final class KnownRow {

    private KnownRow() {}

    static Known read(ResultSet row, int number) throws SQLException {
        String facts = row.getString("facts");
        return new Known(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("authority"),
                status(row, "status"),
                row.getLong("version"),
                row.getLong("details_version"),
                row.getInt("last_seq"),
                facts == null ? null : FactsText.read(facts),
                new Place(
                        row.getString("procedure_code"),
                        row.getObject("procedure_version", Long.class),
                        row.getString("agency_id")),
                instant(row, "received_at"),
                new Due(instant(row, "due_at"), dueSource(row), instant(row, "due_proposed")),
                view(row),
                history(row.getString("history")),
                row.getLong("touched") != row.getLong("touched_then"));
    }

    private static @Nullable SenderView view(ResultSet row) throws SQLException {
        Instant snapshotAt = instant(row, "snapshot_at");
        return snapshotAt == null
                ? null
                : new SenderView(
                        row.getString("view_hash"),
                        status(row, "view_status"),
                        snapshotAt,
                        new Stamp(row.getLong("view_ticks"), row.getString("view_node")));
    }

    private static List<PastStatus> history(@Nullable String json) {
        return json == null
                ? List.of()
                : JsonMapper.shared()
                        .readTree(json)
                        .valueStream()
                        .map(KnownRow::past)
                        .toList();
    }

    private static PastStatus past(JsonNode event) {
        String at = text(event, "at");
        return new PastStatus(
                event.path("seq").asInt(),
                event.path("sender").asString(),
                DossierStatus.of(event.path("status").asInt()),
                at == null ? null : OffsetDateTime.parse(at).toInstant(),
                OffsetDateTime.parse(event.path("order_at").asString()).toInstant(),
                TimeSource.valueOf(event.path("time_source").asString()),
                new Stamp(
                        event.path("stamp_ticks").asLong(),
                        event.path("stamp_node").asString()),
                Verdict.valueOf(event.path("verdict").asString()),
                flags(event.path("flags")),
                text(event, "officer"),
                text(event, "note"));
    }

    private static Set<EventFlag> flags(JsonNode flags) {
        return flags.valueStream()
                .map(flag -> EventFlag.valueOf(flag.asString()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventFlag.class)));
    }

    private static @Nullable String text(JsonNode event, String name) {
        JsonNode value = event.path(name);
        return value.isString() ? value.asString() : null;
    }

    static @Nullable DossierStatus status(ResultSet row, String column) throws SQLException {
        int code = row.getInt(column);
        return code == 0 ? null : DossierStatus.of(code);
    }

    static @Nullable DueSource dueSource(ResultSet row) throws SQLException {
        String name = row.getString("due_source");
        return name == null ? null : DueSource.valueOf(name);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
