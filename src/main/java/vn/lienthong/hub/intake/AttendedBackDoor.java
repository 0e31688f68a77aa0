package vn.lienthong.hub.intake;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.content.ContentRef;
import vn.lienthong.hub.platform.content.ContentStore;
import vn.lienthong.hub.platform.content.ContentUnavailableException;
import vn.lienthong.hub.platform.content.Sha256;

/** Takes what was fetched in on the caller's thread, through the acceptance of the HTTP door. */
@Component
class AttendedBackDoor implements BackDoor {

    private static final int PART = 1 << 16;

    private final Acceptance acceptance;
    private final ContentStore store;
    private final int inline;

    AttendedBackDoor(Acceptance acceptance, ContentStore store, DoorSettings settings) {
        this.acceptance = acceptance;
        this.store = store;
        this.inline = (int) settings.inline().toBytes();
    }

    @Override
    public Body keep(Sender sender, InputStream content) throws IOException {
        Limited limited = new Limited(content, sender.maxBodyBytes());
        byte[] first = limited.readNBytes(inline + 1);
        if (first.length <= inline) {
            return new Body(first, Sha256.hex(first), first.length);
        }
        try {
            ContentRef ref = store.put(new SequenceInputStream(new ByteArrayInputStream(first), limited));
            return new Body(null, ref.sha256(), ref.size());
        } catch (ContentUnavailableException failed) {
            if (limited.broken != null) {
                throw limited.broken;
            }
            throw failed;
        }
    }

    @Override
    public Receipt take(Sender sender, Collected found) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentLength(found.body().size());
        headers.set(HttpHeaders.CONTENT_TYPE, found.contentType());
        Doorkeeper.check(sender, headers);
        // with a space, which no key of a sender's has
        PushHeaders said = new PushHeaders(
                found.contentType(), "collected " + found.distinct(), null, found.fileName(), false, null);
        Push push = acceptance
                .accept(sender, said, found.correlationId(), found.body())
                .block();
        return Objects.requireNonNull(push).receipt();
    }

    /** Fails where a body becomes longer than it may be. */
    private static final class Limited extends FilterInputStream {

        private final long most;
        private long read;
        private @Nullable IOException broken;

        Limited(InputStream content, long most) {
            super(content);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = part(bytes, from, Math.min(length, PART));
            read += Math.max(count, 0);
            if (read > most) {
                throw Rejections.tooLarge(most);
            }
            return count;
        }

        /** Keeps apart who failed: the source here, or the store that reads from it. */
        private int part(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (IOException lost) {
                broken = lost;
                throw lost;
            }
        }
    }
}
