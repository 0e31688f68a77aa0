package vn.lienthong.hub.platform.content;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** Encrypts a stream into frames of 64 KB, the last one shorter or marked last. */
final class FrameWriter {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final OutputStream out;
    private final SecretKey key;
    private final byte[] frame = new byte[ContentKeys.FRAME];
    private int filled;
    private long number;

    FrameWriter(OutputStream out, ContentKeys keys) throws IOException {
        byte[] salt = new byte[ContentKeys.SALT];
        RANDOM.nextBytes(salt);
        this.out = out;
        this.key = keys.ofFile(salt);
        out.write(salt);
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        while (at < from + length) {
            if (filled == frame.length) {
                flush(false);
            }
            int part = Math.min(frame.length - filled, from + length - at);
            System.arraycopy(bytes, at, frame, filled, part);
            filled += part;
            at += part;
        }
    }

    void finish() throws IOException {
        flush(true);
    }

    private void flush(boolean last) throws IOException {
        try {
            out.write(
                    ContentKeys.frame(Cipher.ENCRYPT_MODE, key, number++, last).doFinal(frame, 0, filled));
            filled = 0;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
