package vn.lienthong.trust;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** The one secret all other keys of this hub come from, by HKDF-SHA256 and a purpose; derive once, at construction. */
public final class MasterKey {

    public static final int BYTES = 32;

    private final byte[] secret;

    MasterKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("The master key has " + secret.length + " bytes, not " + BYTES);
        }
        this.secret = secret.clone();
    }

    /** From its text, as it lies in a file or an environment variable. */
    public static MasterKey ofBase64(String text) {
        return new MasterKey(Base64.getDecoder().decode(text.strip()));
    }

    /** A 256-bit key for one purpose, such as {@code receipt}; the same purpose always gives the same key. */
    public SecretKey derive(String purpose, String algorithm) {
        try {
            byte[] info = ("lienthong/" + purpose).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
