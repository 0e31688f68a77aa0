package vn.lienthong.hub.platform.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What goes through a route on this node since it started.
 *
 * @param lastMinute messages that ended in the last minute; {@code lastFiveMinutes} likewise
 * @param oldestInFlightMillis how long the oldest message in flight has been at it; null when none is
 * @param failed of {@code total}, those that went back to their queue or were given up by the route
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RouteFigures(
        long lastMinute,
        long lastFiveMinutes,
        int inFlight,
        @Nullable Long oldestInFlightMillis,
        long total,
        long failed,
        @Nullable OffsetDateTime lastFailureAt) {}
