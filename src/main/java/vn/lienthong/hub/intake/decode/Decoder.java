package vn.lienthong.hub.intake.decode;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one format into trees. */
interface Decoder {

    /** The records of a body; throws an {@link IOException} or a parser's own exception when the whole is unreadable. */
    Decoded decode(Body body, @Nullable String contentType, DecodeSettings settings) throws IOException;

    /** The rule that plain bad syntax of this format breaks. */
    String malformed();
}
