package vn.lienthong.hub.intake.submissions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.time.Stamp;

/**
 * A submission as the door accepted it.
 *
 * @param body its exact bytes, null when they are in the content store under {@code contentRef}
 */
public record Submission(
        UUID receipt,
        Instant acceptedAt,
        String sender,
        Stamp stamp,
        String bodyHash,
        String contentType,
        byte @Nullable [] body,
        @Nullable String contentRef,
        long size,
        String correlationId,
        @Nullable Instant snapshotAt,
        @Nullable String fileName) {

    /** The receipt under which this submission is kept when its own is taken by other bytes; always the same one. */
    UUID conflictReceipt() {
        return UUID.nameUUIDFromBytes((receipt + ":" + bodyHash).getBytes(StandardCharsets.UTF_8));
    }

    Submission under(UUID otherReceipt) {
        return new Submission(
                otherReceipt,
                acceptedAt,
                sender,
                stamp,
                bodyHash,
                contentType,
                body,
                contentRef,
                size,
                correlationId,
                snapshotAt,
                fileName);
    }
}
