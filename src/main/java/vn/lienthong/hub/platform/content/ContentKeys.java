package vn.lienthong.hub.platform.content;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Ciphers of content files: a key per file made from its salt, a nonce per frame made from its number and place. */
final class ContentKeys {

    static final int SALT = 16;
    static final int TAG = 16;
    static final int FRAME = 64 * 1024;

    private static final int NONCE = 12;

    private final SecretKey master;

    ContentKeys(SecretKey master) {
        this.master = master;
    }

    SecretKey ofFile(byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(master);
            return new SecretKeySpec(mac.doFinal(salt), "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The last frame has a nonce of its own kind, so that a file cut between frames is noticed. */
    static Cipher frame(int mode, SecretKey key, long number, boolean last) throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(NONCE).putInt(last ? 1 : 0).putLong(number).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        return cipher;
    }
}
