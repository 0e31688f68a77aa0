package vn.lienthong.identity.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.pace.Origins;
import vn.lienthong.trust.Seal;

/**
 * Failures from one address over all accounts, in Redis: whoever tries one password on many names. Without Redis this
 * brake is missing and said so in the log; the lock of each account holds all the same.
 */
@Component
class Addresses {

    private static final Logger log = LoggerFactory.getLogger(Addresses.class);
    private static final String KEY = "idp:staff:address:";

    /** One step, so that no count can stay without its end, whoever is killed when. */
    private static final RedisScript<Long> COUNT = RedisScript.of("""
            local count = redis.call('INCR', KEYS[1])
            if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
            return count""", Long.class);

    private final StringRedisTemplate redis;
    private final Seal seal;
    private final StaffRules.Lockout rules;
    private final Origins origins;

    Addresses(RedisConnectionFactory redis, Seal seal, StaffRules rules, Origins origins) {
        this.redis = new StringRedisTemplate(redis);
        this.seal = seal;
        this.rules = rules.lockout();
        this.origins = origins;
    }

    String of(HttpServletRequest request) {
        return origins.of(request);
    }

    /** Whether this address may try once more; counted before it is judged. */
    boolean take(String address) {
        try {
            Long count = redis.execute(
                    COUNT, List.of(key(address)), Long.toString(rules.within().toMillis()));
            return count == null || count <= rules.perAddress();
        } catch (DataAccessException away) {
            log.warn(
                    "Log-ins of staff are not counted by address: {}",
                    away.getClass().getSimpleName());
            return true;
        }
    }

    /** The try was right. */
    void giveBack(String address) {
        try {
            redis.opsForValue().decrement(key(address));
        } catch (DataAccessException away) {
            log.warn(
                    "A log-in of staff stays counted by address: {}",
                    away.getClass().getSimpleName());
        }
    }

    private String key(String address) {
        return KEY + seal.hash("staff-address " + Origins.counted(address));
    }
}
