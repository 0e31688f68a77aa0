package vn.lienthong.hub.dossier;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the register's public views from rows. */
final class ViewRows {

    private ViewRows() {}

    static DossierView dossier(ResultSet row, int number) throws SQLException {
        String facts = row.getString("facts");
        String hold = row.getString("hold");
        return new DossierView(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("sender"),
                row.getString("procedure_code"),
                row.getObject("procedure_version", Long.class),
                row.getString("agency_id"),
                KnownRow.status(row, "status"),
                row.getLong("version"),
                row.getLong("details_version"),
                row.getInt("last_seq"),
                facts == null ? null : FactsText.read(facts),
                KnownRow.instant(row, "received_at"),
                KnownRow.instant(row, "due_at"),
                KnownRow.dueSource(row),
                KnownRow.instant(row, "due_proposed"),
                hold == null ? null : Hold.valueOf(hold),
                row.getLong("config_version"),
                time(row, "created_at"),
                time(row, "updated_at"));
    }

    static EventView event(ResultSet row, int number) throws SQLException {
        return new EventView(
                row.getLong("id"),
                row.getObject("dossier_id", UUID.class),
                row.getInt("seq"),
                EventKind.valueOf(row.getString("kind")),
                KnownRow.status(row, "status"),
                KnownRow.instant(row, "at"),
                time(row, "order_at"),
                TimeSource.valueOf(row.getString("time_source")),
                Verdict.valueOf(row.getString("verdict")),
                flags(row),
                row.getString("sender"),
                row.getString("officer"),
                row.getString("officer_title"),
                row.getString("unit"),
                row.getString("note"),
                texts(row, "fields"),
                row.getObject("receipt", UUID.class),
                row.getInt("record_no"),
                row.getLong("config_version"),
                row.getString("correlation_id"),
                time(row, "recorded_at"),
                texts(row, "doubts"));
    }

    private static Set<EventFlag> flags(ResultSet row) throws SQLException {
        Set<EventFlag> flags = EnumSet.noneOf(EventFlag.class);
        texts(row, "flags").forEach(flag -> flags.add(EventFlag.valueOf(flag)));
        return flags;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        @Nullable Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
