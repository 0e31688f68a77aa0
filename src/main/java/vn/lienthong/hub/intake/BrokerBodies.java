package vn.lienthong.hub.intake;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.content.ContentRef;
import vn.lienthong.hub.platform.content.ContentStore;
import vn.lienthong.hub.platform.content.Sha256;

/** Reads the body of a message without ever holding a large one in memory. */
@Component
class BrokerBodies {

    private static final byte[] NOTHING = {};

    private final ContentStore store;
    private final long inline;

    BrokerBodies(ContentStore store, DoorSettings settings) {
        this.store = store;
        this.inline = settings.inline().toBytes();
    }

    /** The body; of one larger than {@code limit} only size and hash, of a message that carries an object nothing. */
    Body read(Message message, long limit) throws JMSException {
        if (message instanceof BytesMessage bytes) {
            bytes.reset();
            return read(new BytesOf(bytes), bytes.getBodyLength(), limit);
        }
        byte[] text = message instanceof TextMessage words && words.getText() != null
                ? words.getText().getBytes(StandardCharsets.UTF_8)
                : NOTHING;
        return read(new ByteArrayInputStream(text), text.length, limit);
    }

    private Body read(InputStream bytes, long size, long limit) throws JMSException {
        try {
            if (size > limit) {
                return new Body(NOTHING, hash(bytes), size);
            }
            if (size > inline) {
                ContentRef ref = store.put(bytes);
                return new Body(null, ref.sha256(), ref.size());
            }
            byte[] whole = bytes.readAllBytes();
            return new Body(whole, hash(new ByteArrayInputStream(whole)), whole.length);
        } catch (IOException broken) {
            throw (JMSException) new JMSException("The message cannot be read").initCause(broken);
        }
    }

    private static String hash(InputStream bytes) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] part = new byte[1 << 16];
        for (int count = bytes.read(part); count >= 0; count = bytes.read(part)) {
            digest.update(part, 0, count);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A message as a stream. */
    private static final class BytesOf extends InputStream {

        private final BytesMessage message;

        BytesOf(BytesMessage message) {
            this.message = message;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            byte[] part = new byte[length];
            try {
                int count = message.readBytes(part, length);
                System.arraycopy(part, 0, bytes, from, Math.max(count, 0));
                return count;
            } catch (JMSException unreadable) {
                throw new IOException(unreadable);
            }
        }
    }
}
