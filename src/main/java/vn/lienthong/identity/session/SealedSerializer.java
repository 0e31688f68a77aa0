package vn.lienthong.identity.session;

import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.serializer.JdkSerializationRedisSerializer;
import org.springframework.data.redis.serializer.RedisSerializer;
import vn.lienthong.trust.Seal;

/**
 * Java's own serialisation under our seal: whoever can write to Redis cannot make us read an object of theirs, and
 * whoever can read it sees nobody's log-in.
 */
final class SealedSerializer implements RedisSerializer<Object> {

    private final Seal seal;
    private final JdkSerializationRedisSerializer plain;

    SealedSerializer(Seal seal, ClassLoader loader) {
        this.seal = seal;
        this.plain = new JdkSerializationRedisSerializer(loader);
    }

    @Override
    public byte[] serialize(@Nullable Object value) {
        byte[] bytes = plain.serialize(value);
        return bytes == null || bytes.length == 0 ? new byte[0] : seal.seal(bytes);
    }

    /** What was not sealed by us is as good as absent: its browser logs in again. */
    @Override
    public @Nullable Object deserialize(byte @Nullable [] sealed) {
        if (sealed == null || sealed.length == 0) {
            return null;
        }
        try {
            return plain.deserialize(seal.open(sealed));
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }
}
