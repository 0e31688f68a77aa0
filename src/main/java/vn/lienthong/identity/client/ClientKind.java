package vn.lienthong.identity.client;

/** What kind of system a client is; it decides how it proves itself and which grants it has. */
public enum ClientKind {
    /** A web application with a server that keeps a secret. */
    PORTAL,
    /** An application on the citizen's own device, which can keep no secret. */
    PUBLIC,
    /** A system that acts for itself, without any person. */
    MACHINE,
    /** A portal that speaks no OpenID Connect: tickets, or a signed header of the proxy before it. */
    LEGACY;

    boolean hasSecret() {
        return this != PUBLIC;
    }

    boolean speaksOpenId() {
        return this == PORTAL || this == PUBLIC;
    }

    boolean logsPeopleIn() {
        return this != MACHINE;
    }
}
