package vn.lienthong.hub.national.portal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came back from one call, as bytes, or why nothing came.
 *
 * @param said what the answer says in the words of its dialect; null when nobody can read it
 * @param left false only when it is certain that the request never reached the portal
 */
public record Exchange(
        @Nullable Integer httpStatus,
        byte @Nullable [] body,
        @Nullable String failure,
        boolean left,
        @Nullable Reply said) {

    private static final int OK = 200;

    /** An answer of the adapter. */
    public static Exchange answered(int httpStatus, byte[] body) {
        return answered(httpStatus, body, ReplyReader.ENVELOPE);
    }

    public static Exchange answered(int httpStatus, byte[] body, ReplyReader reader) {
        return new Exchange(
                httpStatus, body, null, true, reader.read(httpStatus, body).orElse(null));
    }

    /** The call was not tried. */
    public static final Exchange HELD_BACK = failed("portal given up for now", false);

    public static Exchange failed(String failure, boolean left) {
        return new Exchange(null, null, failure, left, null);
    }

    /** The reply, empty when there is none to read. */
    public Optional<Reply> reply() {
        return Optional.ofNullable(said);
    }

    /** Why there is no reply, in a few words for the ledger. */
    public String trouble() {
        if (failure != null) {
            return failure;
        }
        return httpStatus != null && httpStatus == OK ? "unreadable reply" : "HTTP " + httpStatus;
    }
}
