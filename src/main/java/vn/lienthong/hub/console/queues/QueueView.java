package vn.lienthong.hub.console.queues;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A queue as it is now.
 *
 * @param delivering of its messages, those just being worked on; null where the broker's management does not answer us
 * @param oldestSeconds how long its first message has waited; null when it is empty or nobody says
 * @param dead whether it holds what the broker gave up on, and must be empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueueView(
        String name,
        long depth,
        long consumers,
        @Nullable Long delivering,
        @Nullable Long added,
        @Nullable Long acknowledged,
        @Nullable Long oldestSeconds,
        boolean dead) {}
