package vn.lienthong.hub.platform.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** Reads what {@link FrameWriter} wrote, frame by frame, each checked before a byte of it is given. */
final class FrameReader extends InputStream {

    private final PushbackInputStream in;
    private final SecretKey key;
    private byte[] plain = new byte[0];
    private int at;
    private long number;
    private boolean last;

    FrameReader(InputStream in, ContentKeys keys) throws IOException {
        this.in = new PushbackInputStream(in, 1);
        this.key = keys.ofFile(in.readNBytes(ContentKeys.SALT));
    }

    @Override
    public int read() throws IOException {
        return ready() ? plain[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!ready()) {
            return -1;
        }
        int part = Math.min(length, plain.length - at);
        System.arraycopy(plain, at, bytes, from, part);
        at += part;
        return part;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean ready() throws IOException {
        while (at == plain.length && !last) {
            next();
        }
        return at < plain.length;
    }

    private void next() throws IOException {
        byte[] sealed = in.readNBytes(ContentKeys.FRAME + ContentKeys.TAG);
        int peeked = in.read();
        last = peeked < 0;
        if (!last) {
            in.unread(peeked);
        }
        try {
            plain = ContentKeys.frame(Cipher.DECRYPT_MODE, key, number++, last).doFinal(sealed);
            at = 0;
        } catch (GeneralSecurityException altered) {
            throw new IOException("The kept content was altered or cut", altered);
        }
    }
}
