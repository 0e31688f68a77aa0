/**
 * PostgreSQL as something that may be away: the breaker that stops consumers, what its failures mean, monthly
 * partitions, and migrations that wait for it.
 *
 * <p>Open {@link vn.lienthong.hub.platform.database.DatabaseBreaker} first.
 */
@NamedInterface("database")
@NullMarked
package vn.lienthong.hub.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
