package vn.lienthong.hub.intake.submissions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.time.Stamp;

/**
 * A submission as the door accepted it.
 *
 * @param body its exact bytes, null when they are in the content store under {@code contentRef}
 * @param procedures the only ones whose dossiers may be in it, blanks between; null for all
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
        @Nullable String fileName,
        @Nullable String procedures) {

    /** The receipt under which this submission is kept when its own is taken by other bytes; always the same one. */
    UUID conflictReceipt() {
        return UUID.nameUUIDFromBytes((receipt + ":" + bodyHash).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it may hold a dossier of this procedure; what says no procedure is nobody's to grant. */
    boolean grants(@Nullable String procedure) {
        return procedures == null
                || procedure != null && List.of(procedures.split(" ")).contains(procedure);
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
                fileName,
                procedures);
    }
}
