package vn.lienthong.hub.console.repairs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.time.VietnamTime;

/** A record as it stands now, which may have failed before. */
record FailedRecord(
        UUID receipt,
        int no,
        String sender,
        String state,
        OffsetDateTime acceptedAt,
        OffsetDateTime changedAt,
        @Nullable String code,
        @Nullable String cause,
        int replays,
        @Nullable UUID replacedBy) {

    /** Of {@code hub.records r}. What was refused has no cause but the rule and field of its first reason. */
    static final String COLUMNS = """
            r.receipt, r.no, r.sender, r.state, r.accepted_at, r.updated_at, r.code, r.replays, r.replaced_by,
            coalesce(r.cause, nullif(concat_ws(' ', r.reasons -> 0 ->> 'rule', r.reasons -> 0 ->> 'field'), '')) as cause
            """;

    static FailedRecord read(ResultSet row) throws SQLException {
        return new FailedRecord(
                Objects.requireNonNull(row.getObject("receipt", UUID.class)),
                row.getInt("no"),
                row.getString("sender"),
                row.getString("state"),
                local(row, "accepted_at"),
                local(row, "updated_at"),
                row.getString("code"),
                row.getString("cause"),
                row.getInt("replays"),
                row.getObject("replaced_by", UUID.class));
    }

    static OffsetDateTime local(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .withOffsetSameInstant(VietnamTime.OFFSET);
    }
}
