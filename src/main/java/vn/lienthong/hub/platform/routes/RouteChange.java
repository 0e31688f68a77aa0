package vn.lienthong.hub.platform.routes;

import java.util.List;

/**
 * A route file that is not as it was loaded.
 *
 * @param routes the routes that run from it
 */
public record RouteChange(String file, Kind kind, List<String> routes) {

    /** What became of the file. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }
}
