package vn.lienthong.hub.platform.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A route as operators see it: what it consumes and whether it runs.
 *
 * @param reason why it is suspended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RouteView(
        String id, String from, State state, @Nullable String reason) {

    public enum State {
        /** Takes messages. */
        RUNNING,
        /** Waits for PostgreSQL and resumes by itself. */
        WAITING_FOR_DATABASE,
        /** Stopped by an operator, or in quarantine; only an operator resumes it. */
        SUSPENDED
    }
}
