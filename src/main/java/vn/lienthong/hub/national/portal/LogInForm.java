package vn.lienthong.hub.national.portal;

import java.util.Optional;

/** How a log-in is written and its answer read. */
public interface LogInForm extends ReplyReader {

    /** The log-in; what is kept of it shows no secret. */
    Outgoing write();

    /** The token of an answer of success. */
    Optional<String> token(byte[] body);
}
