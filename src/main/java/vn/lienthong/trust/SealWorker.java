package vn.lienthong.trust;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * One caller's worth of ciphers. Sealed form: version byte, 12-byte nonce, then encrypted plain length and deflate
 * stream.
 *
 * <p>A nonce is a random 64-bit prefix drawn once for this worker and a counter; when the counter is used up the prefix
 * is drawn again.
 */
final class SealWorker {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int HEADER = 1 + NONCE;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey sealing;
    private final Cipher cipher;
    private final Mac mac;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final Inflater inflater = new Inflater();
    private byte[] buffer = new byte[8 * 1024];
    private long prefix;
    private int counter;

    SealWorker(SecretKey sealing, SecretKey hashing) {
        try {
            this.sealing = sealing;
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
            this.mac = Mac.getInstance("HmacSHA256");
            mac.init(hashing);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] seal(byte[] plain) {
        int length = deflate(plain);
        byte[] sealed = new byte[HEADER + length + TAG];
        ByteBuffer.wrap(sealed).put(VERSION).put(nonce());
        try {
            cipher.init(Cipher.ENCRYPT_MODE, sealing, new GCMParameterSpec(TAG * Byte.SIZE, sealed, 1, NONCE));
            cipher.doFinal(buffer, 0, length, sealed, HEADER);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] open(byte[] sealed) {
        if (sealed.length < HEADER + Integer.BYTES + TAG || sealed[0] != VERSION) {
            throw new IllegalArgumentException("Not sealed by this hub");
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, sealing, new GCMParameterSpec(TAG * Byte.SIZE, sealed, 1, NONCE));
            return inflate(cipher.doFinal(sealed, HEADER, sealed.length - HEADER));
        } catch (GeneralSecurityException | DataFormatException altered) {
            throw new IllegalArgumentException("Sealed with another key, or altered", altered);
        }
    }

    String hash(String value) {
        return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes plain length and deflate stream to the buffer and tells how many bytes that took. */
    private int deflate(byte[] plain) {
        deflater.reset();
        deflater.setInput(plain);
        deflater.finish();
        ByteBuffer.wrap(buffer).putInt(plain.length);
        int length = Integer.BYTES;
        while (!deflater.finished()) {
            if (length == buffer.length) {
                buffer = java.util.Arrays.copyOf(buffer, 2 * buffer.length);
            }
            length += deflater.deflate(buffer, length, buffer.length - length);
        }
        return length;
    }

    private byte[] inflate(byte[] packed) throws DataFormatException {
        byte[] plain = new byte[ByteBuffer.wrap(packed).getInt()];
        inflater.reset();
        inflater.setInput(packed, Integer.BYTES, packed.length - Integer.BYTES);
        int length = 0;
        while (length < plain.length) {
            int read = inflater.inflate(plain, length, plain.length - length);
            if (read == 0) {
                throw new DataFormatException("Shorter than it says");
            }
            length += read;
        }
        return plain;
    }

    private byte[] nonce() {
        if (counter == 0) {
            prefix = RANDOM.nextLong();
        }
        return ByteBuffer.allocate(NONCE).putLong(prefix).putInt(counter++).array();
    }
}
