/**
 * Runs the routes of {@code routes/**}: loads the files, gives them the {@code jms} component, tells the {@link
 * vn.lienthong.hub.platform.DatabaseBreaker} what failed, and shows database and broker in health.
 *
 * <p>A route is one local JMS transaction: consume, do the database's part in beans, send what follows on the same
 * session, acknowledge. Open {@link vn.lienthong.hub.platform.routes.RouteFolder} first.
 */
@NullMarked
package vn.lienthong.hub.platform.routes;

import org.jspecify.annotations.NullMarked;
