package vn.lienthong.identity.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.lienthong.trust.Seal;

/**
 * Draws secrets and recognises them. A secret is 256 bits of chance that nobody chose, so a keyed hash keeps it as
 * safe as a slow one would, and a client may show it on every call.
 *
 * <p>The library knows one secret per client: the hashes of all that hold at the moment are its one, joined.
 */
@Component
class SecretHashes implements PasswordEncoder {

    private static final int BYTES = 32;
    private static final String BETWEEN = " ";
    private static final String NONE = "none";

    private final Seal seal;
    private final SecureRandom chance = new SecureRandom();

    SecretHashes(Seal seal) {
        this.seal = seal;
    }

    String draw() {
        byte[] drawn = new byte[BYTES];
        chance.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }

    static String joined(List<String> hashes) {
        return hashes.isEmpty() ? NONE : String.join(BETWEEN, hashes);
    }

    @Override
    public String encode(@Nullable CharSequence secret) {
        return seal.hash("client-secret:" + secret);
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String joined) {
        byte[] shown = encode(secret).getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        for (String hash : String.valueOf(joined).split(BETWEEN)) {
            found |= MessageDigest.isEqual(shown, hash.getBytes(StandardCharsets.US_ASCII));
        }
        return found;
    }

    @Override
    public boolean upgradeEncoding(@Nullable String joined) {
        return false;
    }
}
