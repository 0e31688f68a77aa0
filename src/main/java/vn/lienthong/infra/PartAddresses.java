package vn.lienthong.infra;

import java.net.URI;

/** Where database, cache, broker and the national portal are, with the credentials to reach them. */
public record PartAddresses(Database database, Cache cache, Broker broker, URI nationalPortal) {

    /** PostgreSQL. */
    public record Database(String url, String user, String password) {}

    /** Redis. */
    public record Cache(String host, int port, String password, boolean tls) {}

    /** Artemis. */
    public record Broker(String url, String user, String password) {}
}
