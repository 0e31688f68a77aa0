package vn.lienthong.identity.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.trust.Seal;

/** The table of keys; a private half leaves it only opened by the seal. */
@Component
class SigningKeys {

    private static final int BITS = 2048;
    private static final long ROTATION_LOCK = 0x6b657973L;

    private final JdbcClient db;
    private final Seal seal;

    SigningKeys(JdbcClient db, Seal seal) {
        this.db = db;
        this.seal = seal;
    }

    /** Two nodes that replace the key at one time wait for each other; held until the transaction ends. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", ROTATION_LOCK)
                .query()
                .singleRow();
    }

    /** Those that are published at this moment, the one that signs longest first. */
    List<SigningKey> publishedAt(Instant moment) {
        return db.sql("""
                        select sealed, created_at, signs_from, leaves_at from identity.signing_keys
                        where leaves_at is null or leaves_at > :moment order by signs_from desc, created_at desc
                        """)
                .param("moment", utc(moment))
                .query((row, number) -> key(row))
                .list();
    }

    SigningKey add(Instant now, Instant signsFrom, String actor) {
        RSAKey pair = draw();
        db.sql("""
                insert into identity.signing_keys (kid, public_jwk, sealed, created_at, created_by, signs_from)
                values (:kid, cast(:public as json), :sealed, :created, :by, :from)
                """)
                .param("kid", pair.getKeyID())
                .param("public", pair.toPublicJWK().toJSONString())
                .param("sealed", seal.seal(pair.toJSONString().getBytes(StandardCharsets.UTF_8)))
                .param("created", utc(now))
                .param("by", actor)
                .param("from", utc(signsFrom))
                .update();
        return new SigningKey(pair, now, signsFrom, null);
    }

    /** Says when those that another key replaces are published no longer. */
    void leave(String successor, Instant at) {
        db.sql("update identity.signing_keys set leaves_at = :at where kid <> :kid and coalesce(leaves_at, :at) >= :at")
                .param("kid", successor)
                .param("at", utc(at))
                .update();
    }

    private static RSAKey draw() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SigningKey key(ResultSet row) throws SQLException {
        String pair = new String(seal.open(row.getBytes("sealed")), StandardCharsets.UTF_8);
        try {
            return new SigningKey(
                    RSAKey.parse(pair),
                    Objects.requireNonNull(instant(row, "created_at")),
                    Objects.requireNonNull(instant(row, "signs_from")),
                    instant(row, "leaves_at"));
        } catch (ParseException altered) {
            throw new IllegalStateException("A stored signing key cannot be read", altered);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
