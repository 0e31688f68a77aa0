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
import vn.lienthong.hub.dossier.state.Delivery;
import vn.lienthong.hub.dossier.state.PaymentObligation;

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
                row.getString("sender"),
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
                due(row),
                states(row),
                VIEWS.readValue(row.getString("views")),
                HISTORY.readValue(row.getString("history")));
    }

    private static Due due(ResultSet row) throws SQLException {
        Instant original = instant(row, "due_computed");
        Instant current = instant(row, "due_computed_now");
        Due.Computed computed = original == null || current == null
                ? null
                : new Due.Computed(
                        original, current, row.getLong("due_rule_version"), row.getBoolean("due_provisional"));
        return new Due(
                instant(row, "due_at"),
                dueSource(row),
                instant(row, "due_proposed"),
                instant(row, "due_original"),
                computed);
    }

    private static SideStates states(ResultSet row) throws SQLException {
        String payment = row.getString("payment_state");
        return new SideStates(
                payment == null ? null : PaymentObligation.valueOf(payment),
                Delivery.valueOf(row.getString("delivery_state")));
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
