package vn.lienthong.hub.intake;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a submission, hashed once.
 *
 * @param inline the bytes themselves, null when they are in the content store under {@code sha256}
 */
public record Body(byte @Nullable [] inline, String sha256, long size) {

    boolean spooled() {
        return inline == null;
    }
}
