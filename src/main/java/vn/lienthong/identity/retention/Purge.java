package vn.lienthong.identity.retention;

/**
 * Something that is over and may go.
 *
 * @param of its name in {@code lienthong.identity.retention.keep}
 * @param sql lets go of at most {@code :limit} of what was over before {@code :before}, at the moment {@code :now}
 */
public record Purge(String of, String sql) {}
