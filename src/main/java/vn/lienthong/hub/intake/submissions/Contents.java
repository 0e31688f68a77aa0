package vn.lienthong.hub.intake.submissions;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.decode.Body;
import vn.lienthong.hub.platform.ContentStore;

/** The bytes of a submission, wherever they are. */
@Component
class Contents {

    private final ContentStore store;

    Contents(ContentStore store) {
        this.store = store;
    }

    Body of(Submission submission) {
        byte[] inline = submission.body();
        return inline != null
                ? Body.of(inline)
                : () -> new Guarded(open(Objects.requireNonNull(submission.contentRef(), "no content")));
    }

    private InputStream open(String sha256) {
        try {
            return store.open(sha256);
        } catch (RuntimeException unreadable) {
            throw new Unreadable(unreadable);
        }
    }

    /** The content store failed: not an {@link IOException}, or a decoder would take it for a fault of the sender. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unreadable(Exception cause) {
            super("The content store cannot be read", cause);
        }
    }

    private static final class Guarded extends FilterInputStream {

        Guarded(InputStream content) {
            super(content);
        }

        @Override
        public int read() {
            try {
                return in.read();
            } catch (IOException unreadable) {
                throw new Unreadable(unreadable);
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            try {
                return in.read(bytes, from, length);
            } catch (IOException unreadable) {
                throw new Unreadable(unreadable);
            }
        }
    }
}
