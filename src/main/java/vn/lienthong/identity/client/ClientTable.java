package vn.lienthong.identity.client;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Terms in force and the hashes of secrets. */
@Component
class ClientTable {

    private final JdbcClient db;
    private final JsonMapper json;

    ClientTable(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<ClientTerms> inForce(String id) {
        return db.sql("select terms from identity.clients where id = :id and ended_at is null")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    List<ClientTerms> allInForce() {
        return db
                .sql("select terms from identity.clients where ended_at is null order by id")
                .query(String.class)
                .list()
                .stream()
                .map(this::read)
                .toList();
    }

    /** Of those in force, who names this service. */
    List<ClientTerms> ofService(String service) {
        return db.sql("""
                        select terms from identity.clients where ended_at is null
                          and cast(terms as jsonb) -> 'legacy' -> 'services' @> to_jsonb(cast(:service as text))
                        """).param("service", service).query(String.class).list().stream()
                .map(this::read)
                .toList();
    }

    void apply(ClientTerms terms, String proposedBy, String approvedBy, Instant now) {
        db.sql("""
                insert into identity.clients (id, terms, applied_at, proposed_by, approved_by)
                values (:id, cast(:terms as json), :now, :proposed, :approved)
                on conflict (id) do update set terms = excluded.terms, applied_at = excluded.applied_at,
                  proposed_by = excluded.proposed_by, approved_by = excluded.approved_by, ended_at = null
                """)
                .param("id", terms.id())
                .param("terms", json.writeValueAsString(terms))
                .param("now", utc(now))
                .param("proposed", proposedBy)
                .param("approved", approvedBy)
                .update();
    }

    boolean end(String id, Instant now) {
        return db.sql("update identity.clients set ended_at = :now where id = :id and ended_at is null")
                        .param("id", id)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Hashes of the secrets that hold at this moment. */
    List<String> secrets(String id, Instant moment) {
        return db.sql("""
                        select hash from identity.client_secrets
                        where client_id = :id and (expires_at is null or expires_at > :moment)
                        """)
                .param("id", id)
                .param("moment", utc(moment))
                .query(String.class)
                .list();
    }

    void addSecret(String id, String hash, String actor, Instant now) {
        db.sql("""
                insert into identity.client_secrets (client_id, hash, created_at, created_by)
                values (:id, :hash, :now, :by) on conflict do nothing
                """)
                .param("id", id)
                .param("hash", hash)
                .param("now", utc(now))
                .param("by", actor)
                .update();
    }

    /** All but this one hold no longer than until then. */
    void expireOthers(String id, @Nullable String hash, Instant until) {
        db.sql("""
                update identity.client_secrets set expires_at = :until
                where client_id = :id and hash is distinct from :hash and coalesce(expires_at, :until) >= :until
                """)
                .param("id", id)
                .param("hash", hash)
                .param("until", utc(until))
                .update();
    }

    private ClientTerms read(String terms) {
        return json.readValue(terms, ClientTerms.class);
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
