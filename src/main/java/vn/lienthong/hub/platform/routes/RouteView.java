package vn.lienthong.hub.platform.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A route as operators see it: what it consumes, whether it runs, and what goes through it on this node.
 *
 * @param group whose route it is: the neighbour its template was made for, else the name of its file
 * @param reason why it is suspended; {@code by} whom and {@code since} when
 * @param until when it takes messages again by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RouteView(
        String id,
        String group,
        String from,
        State state,
        @Nullable String reason,
        @Nullable String by,
        @Nullable OffsetDateTime since,
        @Nullable OffsetDateTime until,
        RouteFigures figures) {

    public enum State {
        /** Takes messages. */
        RUNNING,
        /** Waits for PostgreSQL and resumes by itself. */
        WAITING_FOR_DATABASE,
        /** Stopped by an operator, or in quarantine; what it has in flight ends, an operator or its time's end resumes it. */
        SUSPENDED
    }
}
