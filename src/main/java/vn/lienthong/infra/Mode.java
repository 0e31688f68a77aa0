package vn.lienthong.infra;

/** How this process finds its database, cache and broker. */
public enum Mode {
    /** The hub brings its own servers and the stand-in portal, all on this machine. */
    STANDALONE,
    /** One of several nodes; servers and neighbours are given by environment variables. */
    NODE;

    /** Reads the setting {@code LIENTHONG_MODE}; standalone unless told otherwise. */
    public static Mode of(Settings settings) {
        return switch (settings.orElse("LIENTHONG_MODE", "standalone")) {
            case "standalone" -> STANDALONE;
            case "node" -> NODE;
            case String other ->
                throw new StartFailure(
                        "LIENTHONG_MODE is '" + other + "'", "set it to 'standalone' or 'node', or leave it out");
        };
    }
}
