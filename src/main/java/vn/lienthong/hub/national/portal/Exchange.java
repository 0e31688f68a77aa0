package vn.lienthong.hub.national.portal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came back from one call, as bytes, or why nothing came.
 *
 * @param left false only when it is certain that the request never reached the portal
 */
public record Exchange(
        @Nullable Integer httpStatus,
        byte @Nullable [] body,
        @Nullable String failure,
        boolean left) {

    private static final int OK = 200;

    public static Exchange answered(int httpStatus, byte[] body) {
        return new Exchange(httpStatus, body, null, true);
    }

    /** The call was not tried. */
    public static final Exchange HELD_BACK = failed("portal given up for now", false);

    public static Exchange failed(String failure, boolean left) {
        return new Exchange(null, null, failure, left);
    }

    /** The reply, empty when there is none to read. */
    public Optional<Reply> reply() {
        return httpStatus != null && httpStatus == OK ? Reply.read(body) : Optional.empty();
    }

    /** Why there is no reply, in a few words for the ledger. */
    public String trouble() {
        if (failure != null) {
            return failure;
        }
        return httpStatus != null && httpStatus == OK ? "unreadable reply" : "HTTP " + httpStatus;
    }
}
