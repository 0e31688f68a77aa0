package vn.lienthong.hub.platform.routes;

/** A route as operators see it: what it consumes and whether it runs. */
public record RouteView(String id, String from, State state) {

    public enum State {
        /** Takes messages. */
        RUNNING,
        /** Waits for PostgreSQL and resumes by itself. */
        WAITING_FOR_DATABASE,
        /** Stopped by an operator; only an operator resumes it. */
        SUSPENDED
    }
}
