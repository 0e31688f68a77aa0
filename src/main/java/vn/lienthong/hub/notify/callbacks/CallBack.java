package vn.lienthong.hub.notify.callbacks;

import java.util.Map;

/**
 * One thing a sender is told.
 *
 * @param facts by the names of {@link CallBackText#NAMES}
 */
record CallBack(
        long id,
        String sender,
        Kind kind,
        String subject,
        Map<String, String> facts,
        int attempts,
        String correlationId) {

    enum Kind {
        STATUS,
        REFUSAL
    }
}
