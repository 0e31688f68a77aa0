package vn.lienthong.hub.national.portal;

import java.util.Optional;

/** What the bytes of an answer say; empty when they are no reply of the portal. */
@FunctionalInterface
public interface ReplyReader {

    /** Of the portal's adapter and its relays: HTTP 200 even for what is refused. */
    ReplyReader ENVELOPE = (status, body) -> status == 200 ? Reply.read(body) : Optional.empty();

    Optional<Reply> read(int httpStatus, byte[] body);
}
