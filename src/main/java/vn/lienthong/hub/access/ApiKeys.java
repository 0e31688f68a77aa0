package vn.lienthong.hub.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.platform.audit.Role;

/** The keys in PostgreSQL; read by {@link KeyRing} every few seconds, never by a request. */
@Repository
class ApiKeys {

    private final JdbcClient database;

    ApiKeys(JdbcClient database) {
        this.database = database;
    }

    List<ApiKey> all() {
        return database.sql("select * from hub.api_keys order by principal, created_at, prefix")
                .query(ApiKeys::key)
                .list();
    }

    Optional<ApiKey> find(String prefix) {
        return database.sql("select * from hub.api_keys where prefix = ?")
                .param(prefix)
                .query(ApiKeys::key)
                .optional();
    }

    /** Keeps a key; a prefix already there is left alone, so that a revoked key stays revoked. */
    boolean add(ApiKey key) {
        return database.sql("""
                        insert into hub.api_keys (prefix, mac, principal, role, created_at, created_by, expires_at)
                        values (:prefix, :mac, :principal, :role, :createdAt, :createdBy, :expiresAt)
                        on conflict (prefix) do nothing
                        """)
                        .param("prefix", key.prefix())
                        .param("mac", key.mac())
                        .param("principal", key.principal())
                        .param("role", key.role().name())
                        .param("createdAt", Timestamp.from(key.createdAt()))
                        .param("createdBy", key.createdBy())
                        .param("expiresAt", timestamp(key.expiresAt()))
                        .update()
                == 1;
    }

    /** Sets an end that is never later than the one already set. */
    boolean expire(String prefix, Instant end) {
        return database.sql("""
                        update hub.api_keys set expires_at = least(coalesce(expires_at, :end), :end)
                        where prefix = :prefix and revoked_at is null
                        """)
                        .param("end", Timestamp.from(end))
                        .param("prefix", prefix)
                        .update()
                == 1;
    }

    boolean revoke(String prefix, Instant at) {
        return database.sql("update hub.api_keys set revoked_at = :at where prefix = :prefix and revoked_at is null")
                        .param("at", Timestamp.from(at))
                        .param("prefix", prefix)
                        .update()
                == 1;
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getString("prefix"),
                row.getString("mac"),
                row.getString("principal"),
                Role.valueOf(row.getString("role")),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                instant(row.getTimestamp("expires_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
