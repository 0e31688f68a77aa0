package vn.lienthong.hub.platform.routes;

/** Which of the routes in {@code routes/departments} run here, asked when they are loaded. */
@FunctionalInterface
public interface RouteChoice {

    /** Whether the neighbour with this id is connected. */
    boolean runs(String id);
}
