package vn.lienthong.identity.subject;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.Profiles;
import vn.lienthong.trust.Seal;

/** National accounts that were here, what they last said (sealed), and the ids they state. */
@Component
class Accounts implements Profiles {

    private static final TypeReference<Map<String, Object>> CLAIMS = new TypeReference<>() {};

    private final JdbcClient db;
    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;

    Accounts(JdbcClient db, Seal seal, JsonMapper json, Clock clock) {
        this.db = db;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    record Known(UUID id, AccountKind kind, @Nullable String techId) {}

    /** Two first log-ins of one account at one time are one after the other. */
    void lock(String issuer, String sub) {
        db.sql("select pg_advisory_xact_lock(hashtext('identity.accounts'), hashtext(:key))")
                .param("key", issuer + " " + sub)
                .query()
                .singleRow();
    }

    Optional<Known> find(String issuer, String sub) {
        return db.sql("select id, kind, tech_id from identity.accounts where issuer = :issuer and sub = :sub")
                .param("issuer", issuer)
                .param("sub", sub)
                .query((row, number) -> new Known(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        AccountKind.valueOf(row.getString("kind")),
                        row.getString("tech_id")))
                .optional();
    }

    UUID add(NationalAccount stated) {
        UUID id = UUID.randomUUID();
        write("""
                insert into identity.accounts
                  (id, provider, issuer, sub, tech_id, kind, level, ial, profile, first_seen, last_seen)
                values (:id, :provider, :issuer, :sub, :techId, :kind, :level, :ial, :profile, :now, :now)
                """, id, stated);
        return id;
    }

    /** A TechID that was once stated is kept when it changes or fails: an operator looks at that. */
    void seen(UUID id, NationalAccount stated) {
        write("""
                update identity.accounts set kind = :kind, level = :level, ial = :ial, profile = :profile,
                  last_seen = :now, tech_id = coalesce(tech_id, :techId) where id = :id
                """, id, stated);
    }

    /** Ends what is no longer stated and adds what is new; false when nothing changed. */
    boolean restate(UUID account, List<SecondaryId> ids) {
        Set<String> stated = ids.stream().map(SecondaryId::hash).collect(Collectors.toSet());
        Set<String> known = hashes(account);
        ids.stream().filter(id -> !known.contains(id.hash())).forEach(id -> add(account, id));
        known.stream().filter(hash -> !stated.contains(hash)).forEach(hash -> end(account, hash));
        return !known.equals(stated);
    }

    /** Whether an account of that subject states another id of the same kind. */
    boolean contradicts(String subject, List<SecondaryId> ids) {
        return ids.stream()
                .anyMatch(id -> db.sql("""
                        select exists (select 1 from identity.secondary_ids i
                          join identity.account_links l on l.account = i.account and l.valid_to is null
                          where l.subject = :subject and i.kind = :kind and i.hash <> :hash and i.valid_to is null)
                        """)
                        .param("subject", subject)
                        .param("kind", id.kind().name())
                        .param("hash", id.hash())
                        .query(Boolean.class)
                        .single());
    }

    @Override
    public Map<String, Object> of(Login login) {
        if (login.account() == null) {
            return Map.of();
        }
        return db.sql("select profile from identity.accounts where id = :id")
                .param("id", login.account())
                .query(byte[].class)
                .optional()
                .map(kept -> json.readValue(new String(seal.open(kept), StandardCharsets.UTF_8), CLAIMS))
                .orElse(Map.of());
    }

    private Set<String> hashes(UUID account) {
        return Set.copyOf(db.sql("select hash from identity.secondary_ids where account = :id and valid_to is null")
                .param("id", account)
                .query(String.class)
                .list());
    }

    private void end(UUID account, String hash) {
        db.sql("update identity.secondary_ids set valid_to = :now where account = :id and hash = :hash")
                .param("now", now())
                .param("id", account)
                .param("hash", hash)
                .update();
    }

    private void add(UUID account, SecondaryId id) {
        db.sql("""
                insert into identity.secondary_ids (account, kind, hash, masked, valid_from)
                values (:id, :kind, :hash, :masked, :now)
                on conflict (account, kind, hash) do update set valid_to = null
                """)
                .param("id", account)
                .param("kind", id.kind().name())
                .param("hash", id.hash())
                .param("masked", id.masked())
                .param("now", now())
                .update();
    }

    private void write(String sql, UUID id, NationalAccount stated) {
        db.sql(sql)
                .param("id", id)
                .param("provider", stated.provider())
                .param("issuer", stated.issuer())
                .param("sub", stated.sub())
                .param("techId", stated.techId())
                .param("kind", stated.kind().name())
                .param("level", stated.level())
                .param("ial", stated.ial(), Types.INTEGER)
                .param(
                        "profile",
                        seal.seal(json.writeValueAsString(stated.profile()).getBytes(StandardCharsets.UTF_8)))
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
