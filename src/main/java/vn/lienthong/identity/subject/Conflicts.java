package vn.lienthong.identity.subject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The queue of what people must decide; one matter waits in it once, however often its account logs in. */
@Component
class Conflicts {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Conflicts(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** As operators see it. */
    record Conflict(
            UUID id,
            ConflictKind kind,
            UUID account,
            String subject,
            @Nullable String other,
            JsonNode evidence,
            Instant openedAt,
            @Nullable String resolution) {}

    /** A matter that was resolved is not raised again. */
    void open(ConflictKind kind, UUID account, String subject, @Nullable String other, Map<String, ?> evidence) {
        db.sql("""
                insert into identity.conflicts (id, kind, account, subject, other, evidence, opened_at)
                select :id, :kind, :account, :subject, :other, cast(:evidence as json), :now
                where not exists (select 1 from identity.conflicts
                  where kind = :kind and account = :account and coalesce(other, '') = coalesce(:other, ''))
                on conflict do nothing
                """)
                .param("id", UUID.randomUUID())
                .param("kind", kind.name())
                .param("account", account)
                .param("subject", subject)
                .param("other", other, Types.VARCHAR)
                .param("evidence", json.writeValueAsString(evidence))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    List<Conflict> waiting() {
        return db.sql("select * from identity.conflicts where resolved_at is null order by opened_at, id limit 500")
                .query((row, number) -> conflict(row))
                .list();
    }

    Optional<Conflict> find(UUID id) {
        return db.sql("select * from identity.conflicts where id = :id for update")
                .param("id", id)
                .query((row, number) -> conflict(row))
                .optional();
    }

    void resolve(UUID id, String resolution, String reason, String by) {
        db.sql("""
                update identity.conflicts set resolution = :resolution, reason = :reason, resolved_by = :by,
                  resolved_at = :now where id = :id
                """)
                .param("resolution", resolution)
                .param("reason", reason)
                .param("by", by)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private Conflict conflict(ResultSet row) throws SQLException {
        return new Conflict(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                ConflictKind.valueOf(row.getString("kind")),
                Objects.requireNonNull(row.getObject("account", UUID.class)),
                row.getString("subject"),
                row.getString("other"),
                json.readTree(row.getString("evidence")),
                Objects.requireNonNull(row.getObject("opened_at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("resolution"));
    }
}
