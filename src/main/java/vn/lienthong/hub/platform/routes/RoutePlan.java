package vn.lienthong.hub.platform.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One route with all that made it.
 *
 * @param queue it takes from; null when it takes from none
 * @param description in its author's words
 * @param parameters given to its template
 * @param file that asks for it; null when the hub made it from a template for a sender without a file
 * @param template it was made from; null when it is written out
 * @param failures the last ones on this node, the newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoutePlan(
        RouteView route,
        @Nullable String queue,
        String description,
        Map<String, String> parameters,
        @Nullable RouteText file,
        @Nullable RouteText template,
        List<RouteStep> steps,
        List<RouteFailure> failures) {}
