package vn.lienthong.hub.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every configuration ever applied, in PostgreSQL; the greatest number is in force. */
@Component
class ConfigHistory {

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json;
    private final Audit audit;

    ConfigHistory(JdbcClient db, TransactionTemplate transaction, Clock clock, JsonMapper json, Audit audit) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
        this.json = json;
        this.audit = audit;
    }

    /** Zero before the first. */
    long latestVersion() {
        return db.sql("select coalesce(max(version), 0) from hub.config_versions")
                .query(Long.class)
                .single();
    }

    Optional<ConfigBundle> at(long version) {
        return db.sql("select version, hash, files from hub.config_versions where version = :version")
                .param("version", version)
                .query((row, number) -> bundle(row))
                .optional();
    }

    Optional<ConfigBundle> latest() {
        return at(latestVersion());
    }

    /** Numbers and keeps the proposal, unless the version in force already says the same. */
    ConfigBundle append(ConfigBundle proposal, Actor actor) {
        return transaction.execute(status -> {
            db.sql("lock table hub.config_versions in exclusive mode").update();
            Optional<ConfigBundle> before = latest();
            if (before.isPresent() && before.get().hash().equals(proposal.hash())) {
                return before.get();
            }
            ConfigBundle next =
                    proposal.numbered(before.map(ConfigBundle::version).orElse(0L) + 1);
            insert(next, actor);
            ConfigDifference difference = ConfigDifference.between(before.orElse(ConfigBundle.of(0, Map.of())), next);
            audit.record(actor, "config.apply", "config/" + next.version(), difference.asDetails());
            return next;
        });
    }

    private void insert(ConfigBundle bundle, Actor actor) {
        db.sql("""
                insert into hub.config_versions (version, hash, files, applied_at, applied_by)
                values (:version, :hash, cast(:files as jsonb), :at, :by)
                """)
                .param("version", bundle.version())
                .param("hash", bundle.hash())
                .param("files", json.writeValueAsString(bundle.files()))
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.name())
                .update();
    }

    private ConfigBundle bundle(ResultSet row) throws SQLException {
        Map<String, String> files = json.readValue(row.getString("files"), new TypeReference<>() {});
        return new ConfigBundle(row.getLong("version"), row.getString("hash"), new TreeMap<>(files));
    }
}
