package vn.lienthong.hub.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.lienthong.trust.MasterKey;

/**
 * Sessions of systems that log in instead of showing their key with each call. A session says itself whose it is and
 * until when, signed by the hub: every node knows it and nothing has to be up to read it. It ends with its key.
 */
@Component
@EnableConfigurationProperties(SessionSettings.class)
public class Sessions {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE = 32;
    private static final int LONGEST = 200;

    private final KeyRing ring;
    private final SecretKey secret;
    private final Duration life;
    private final Clock clock;

    Sessions(KeyRing ring, MasterKey master, SessionSettings settings, Clock clock) {
        this.ring = ring;
        this.secret = master.derive("sessions", ALGORITHM);
        this.life = settings.life();
        this.clock = clock;
    }

    /** A session for whoever holds this key under this name; empty for anybody else. */
    public Optional<String> open(String name, String key) {
        return ring.holder(key)
                .filter(caller -> caller.actor().name().equals(name))
                .flatMap(caller -> KeyText.parse(key))
                .map(text -> signed(text.prefix(), clock.instant().plus(life)));
    }

    /** Whose session it is; empty when it is over, altered, or its key opens nothing any more. */
    public Optional<Caller> caller(String session) {
        try {
            byte[] whole = session.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(session);
            return whole.length <= SIGNATURE + Long.BYTES ? Optional.empty() : caller(ByteBuffer.wrap(whole));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Optional<Caller> caller(ByteBuffer whole) {
        byte[] signature = taken(whole, SIGNATURE);
        byte[] said = taken(whole, whole.remaining());
        ByteBuffer content = ByteBuffer.wrap(said);
        Instant until = Instant.ofEpochMilli(content.getLong());
        String prefix = new String(taken(content, content.remaining()), StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(signature, signature(said))
                        && clock.instant().isBefore(until)
                ? ring.holderOf(prefix)
                : Optional.empty();
    }

    private String signed(String prefix, Instant until) {
        byte[] name = prefix.getBytes(StandardCharsets.US_ASCII);
        byte[] said = ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(until.toEpochMilli())
                .put(name)
                .array();
        byte[] whole = ByteBuffer.allocate(SIGNATURE + said.length)
                .put(signature(said))
                .put(said)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private byte[] signature(byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(said);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] taken(ByteBuffer from, int count) {
        byte[] bytes = new byte[count];
        from.get(bytes);
        return bytes;
    }
}
