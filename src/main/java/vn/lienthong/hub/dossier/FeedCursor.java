package vn.lienthong.hub.dossier;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;

/** A place in the change feed: everything up to this event of this transaction was read. */
record FeedCursor(long xid, long id) {

    static final FeedCursor START = new FeedCursor(0, 0);
    private static final int BYTES = Long.BYTES * 2;

    static FeedCursor parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            FeedCursor cursor = new FeedCursor(bytes.getLong(), bytes.getLong());
            if (bytes.hasRemaining() || cursor.id < 0) {
                throw new MalformedCursorException();
            }
            return cursor;
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new MalformedCursorException();
        }
    }

    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(xid).putLong(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    FeedCursor later(FeedCursor other) {
        int byXid = Long.compareUnsigned(xid, other.xid);
        boolean ahead = byXid > 0 || (byXid == 0 && id >= other.id);
        return ahead ? this : other;
    }
}
