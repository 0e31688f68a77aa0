package vn.lienthong.hub.platform.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A message that a route could not end.
 *
 * @param kind the name of what went wrong; its words stand in the log only, since they may hold personal data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RouteFailure(
        OffsetDateTime at, String kind, @Nullable String correlationId) {}
