package vn.lienthong.hub.console.queues;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message in a queue without its body.
 *
 * @param headers of those that are no code of ours, only the shape is left
 * @param origin the queue from which the broker took it when it gave up on it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HeldMessage(
        long id,
        OffsetDateTime at,
        long bytes,
        @Nullable String correlationId,
        @Nullable String sender,
        @Nullable String origin,
        Map<String, String> headers) {}
