package vn.lienthong.identity.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.identity.http.Refusal;

/** Proposals; at most one waits per client. */
@Component
class ClientChanges {

    private final JdbcClient db;
    private final JsonMapper json;

    ClientChanges(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void add(ClientChange change) {
        try {
            db.sql("""
                    insert into identity.client_changes (id, client_id, terms, proposed_by, proposed_at, reason)
                    values (:id, :client, cast(:terms as json), :by, :at, :reason)
                    """)
                    .param("id", change.id())
                    .param("client", change.terms().id())
                    .param("terms", json.writeValueAsString(change.terms()))
                    .param("by", change.proposedBy())
                    .param("at", OffsetDateTime.ofInstant(change.proposedAt(), ZoneOffset.UTC))
                    .param("reason", change.reason())
                    .update();
        } catch (DuplicateKeyException waiting) {
            throw Refusal.conflict("change-waits", "Another change of this client waits: decide on it first");
        }
    }

    Optional<ClientChange> find(UUID id) {
        return db.sql("select * from identity.client_changes where id = :id for update")
                .param("id", id)
                .query((row, number) -> change(row))
                .optional();
    }

    List<ClientChange> pending() {
        return db.sql("select * from identity.client_changes where state = 'PENDING' order by proposed_at")
                .query((row, number) -> change(row))
                .list();
    }

    void decide(UUID id, ClientChange.State state, String by, Instant at) {
        db.sql("update identity.client_changes set state = :state, decided_by = :by, decided_at = :at where id = :id")
                .param("state", state.name())
                .param("by", by)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private ClientChange change(ResultSet row) throws SQLException {
        return new ClientChange(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                json.readValue(row.getString("terms"), ClientTerms.class),
                row.getString("proposed_by"),
                Objects.requireNonNull(row.getObject("proposed_at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("reason"),
                ClientChange.State.valueOf(row.getString("state")));
    }
}
