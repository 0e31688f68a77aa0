package vn.lienthong.hub.dispatch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing a system is to be told.
 *
 * @param id stays the same however often it is sent
 * @param seq the dossier's event up to which it tells
 * @param body its bytes once they were written, null before
 * @param uncertain whether an earlier attempt may have arrived
 */
record Message(
        UUID id,
        UUID dossierId,
        String code,
        String system,
        Kind kind,
        int seq,
        byte @Nullable [] body,
        int attempts,
        boolean uncertain,
        String correlationId) {

    /** As it is told to others. */
    String reference() {
        return "lt-" + id;
    }
}
