package vn.lienthong.identity.legacy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.trust.Seal;

/**
 * Words of 256 bits of chance, and in Redis, under the keyed hash of each, sealed, what stands behind it. Whoever reads
 * Redis learns no word, and whoever writes there makes none.
 */
@Component
class Vouchers {

    private static final int BYTES = 32;
    private static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final StringRedisTemplate redis;
    private final Seal seal;
    private final JsonMapper json;
    private final SecureRandom chance = new SecureRandom();

    Vouchers(RedisConnectionFactory redis, Seal seal, JsonMapper json) {
        this.redis = new StringRedisTemplate(redis);
        this.seal = seal;
        this.json = json;
    }

    /** The word for it. */
    String draw(Voucher.Kind kind, Voucher voucher, Duration life) {
        byte[] drawn = new byte[BYTES];
        chance.nextBytes(drawn);
        String word = kind.mark() + Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        String kept = Base64.getEncoder().encodeToString(seal.seal(json.writeValueAsBytes(voucher)));
        redis.opsForValue().set(key(word), kept, life);
        return word;
    }

    /** What stands behind it, this once. */
    Optional<Voucher> take(Voucher.Kind kind, @Nullable String word) {
        return word == null || !isOne(kind, word)
                ? Optional.empty()
                : read(redis.opsForValue().getAndDelete(key(word)));
    }

    /** What stands behind it; from now on it holds for so long again. */
    Optional<Voucher> look(Voucher.Kind kind, @Nullable String word, Duration life) {
        return word == null || !isOne(kind, word)
                ? Optional.empty()
                : read(redis.opsForValue().getAndExpire(key(word), life));
    }

    private static boolean isOne(Voucher.Kind kind, String word) {
        return word.startsWith(kind.mark())
                && RANDOM.matcher(word.substring(kind.mark().length())).matches();
    }

    private Optional<Voucher> read(@Nullable String kept) {
        return Optional.ofNullable(kept)
                .map(text -> json.readValue(seal.open(Base64.getDecoder().decode(text)), Voucher.class));
    }

    private String key(String word) {
        return "idp:voucher:" + seal.hash("voucher " + word);
    }
}
