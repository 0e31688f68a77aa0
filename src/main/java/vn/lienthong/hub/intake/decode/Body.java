package vn.lienthong.hub.intake.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a submission, from the message or from the content store; a decoder may read them twice. */
@FunctionalInterface
public interface Body {

    InputStream open() throws IOException;

    static Body of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}
