package vn.lienthong.hub.platform.retention;

import java.time.Duration;

/**
 * Something that is over and may go.
 *
 * @param of its name in {@code lienthong.retention.keep}
 * @param usual how long it is kept where nothing else is said
 * @param sql deletes at most {@code :limit} of what was over before {@code :before}, and nothing that is open
 */
public record Purge(String of, Duration usual, String sql) {}
