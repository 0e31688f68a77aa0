package vn.lienthong.hub.intake.submissions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Instants as PostgreSQL's {@code timestamptz}. */
public final class Times {

    private Times() {}

    public static OffsetDateTime write(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime writeOrNull(@Nullable Instant at) {
        return at == null ? null : write(at);
    }

    public static Instant read(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    public static @Nullable Instant readOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
