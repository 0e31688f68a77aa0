package vn.lienthong.hub.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads a locked dossier from its row. */
final class KnownRow {

    private static final ObjectReader HISTORY = JsonMapper.shared().readerFor(new TypeReference<List<PastStatus>>() {});
    private static final ObjectReader VIEWS =
            JsonMapper.shared().readerFor(new TypeReference<Map<String, SenderView>>() {});

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
                VIEWS.readValue(row.getString("views")),
                HISTORY.readValue(row.getString("history")));
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
