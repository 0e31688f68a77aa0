package vn.lienthong.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** The keyed hash that binds an entry to the one before it; whoever lacks the key cannot rewrite the past. */
final class AuditChain {

    static final String START = "0".repeat(64);

    private final SecretKey key;

    AuditChain(SecretKey key) {
        this.key = key;
    }

    String next(String previousHash, AuditEntry entry) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (String part : new String[] {
                previousHash,
                entry.at().toString(),
                entry.actor(),
                entry.role(),
                entry.action(),
                entry.object(),
                entry.details()
            }) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
