package vn.lienthong.hub.platform.config;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;

/** Every configuration ever applied, in PostgreSQL; the greatest number is in force. */
@Component
class ConfigHistory {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

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

    /** The files that the version stands on, hash by path; its own when it was applied before that was kept. */
    Map<String, String> filesBase(ConfigBundle applied) {
        return db.sql("select files_base from hub.config_versions where version = :version and files_base is not null")
                .param("version", applied.version())
                .query((row, number) -> json.readValue(row.getString("files_base"), TEXTS))
                .optional()
                .orElseGet(applied::hashes);
    }

    /** Numbers and keeps the proposal, unless the version in force already says the same. */
    ConfigBundle append(ConfigBundle proposal, Map<String, String> filesBase, Act act) {
        return transaction.execute(status -> {
            db.sql("lock table hub.config_versions in exclusive mode").update();
            Optional<ConfigBundle> before = latest();
            if (before.isPresent() && before.get().hash().equals(proposal.hash())) {
                return before.get();
            }
            act.check(before.map(ConfigBundle::version).orElse(0L));
            ConfigBundle next =
                    proposal.numbered(before.map(ConfigBundle::version).orElse(0L) + 1);
            insert(next, filesBase, act.actor());
            ConfigDifference difference = ConfigDifference.between(before.orElse(ConfigBundle.of(0, Map.of())), next);
            audit.record(act.actor(), act.action(), "config/" + next.version(), act.details(difference));
            return next;
        });
    }

    /**
     * Who changes the configuration, and how.
     *
     * @param base the version the change was made from; null when it does not matter
     */
    record Act(Actor actor, String action, @Nullable Long base, Map<String, ?> told) {

        static Act ofFiles(Actor actor) {
            return new Act(actor, "config.apply", null, Map.of());
        }

        private void check(long latest) {
            if (base != null && base != latest) {
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "configuration-changed",
                        "Cấu hình đã đổi từ phiên bản " + base + " sang " + latest + "; hãy kiểm tra lại rồi áp dụng");
            }
        }

        private Map<String, Object> details(ConfigDifference difference) {
            Map<String, Object> details = new TreeMap<>(told);
            details.putAll(difference.asDetails());
            return details;
        }
    }

    private void insert(ConfigBundle bundle, Map<String, String> filesBase, Actor actor) {
        db.sql("""
                insert into hub.config_versions (version, hash, files, applied_at, applied_by, files_base)
                values (:version, :hash, cast(:files as jsonb), :at, :by, cast(:base as jsonb))
                """)
                .param("version", bundle.version())
                .param("hash", bundle.hash())
                .param("files", json.writeValueAsString(bundle.files()))
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.name())
                .param("base", json.writeValueAsString(filesBase))
                .update();
    }

    private ConfigBundle bundle(ResultSet row) throws SQLException {
        Map<String, String> files = json.readValue(row.getString("files"), TEXTS);
        return new ConfigBundle(row.getLong("version"), row.getString("hash"), new TreeMap<>(files));
    }
}
