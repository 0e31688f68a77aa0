/**
 * Runs the routes of {@code routes/**}: loads the files, gives them the {@code jms} component, tells the {@link
 * vn.lienthong.hub.platform.database.DatabaseBreaker} what failed, and shows database and broker in health.
 *
 * <p>Operators suspend and resume routes through {@link vn.lienthong.hub.platform.routes.RouteControl}; {@link
 * vn.lienthong.hub.platform.routes.Queues} names the queues. A route is one local JMS transaction: consume, do the database's part in beans, send what follows on the same
 * session, acknowledge. Open {@link vn.lienthong.hub.platform.routes.RouteFolder} first.
 */
@NamedInterface("routes")
@NullMarked
package vn.lienthong.hub.platform.routes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
