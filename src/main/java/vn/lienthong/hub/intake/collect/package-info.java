/**
 * What the hub fetches itself (lấy hồ sơ) from systems that do not push: an API polled page by page, a service asked over
 * SOAP, files on a server, rows of a view, letters.
 *
 * <p>The route template {@code collect} wakes {@link vn.lienthong.hub.intake.collect.Collector}, which takes the sender's
 * lease, so that one node fetches at a time, and lets the {@code Source} that the sender's {@code collect} section names
 * fetch. All that is fetched passes the {@link vn.lienthong.hub.intake.BackDoor}; a source moves its place on only after
 * the broker has everything before it.
 */
@NullMarked
package vn.lienthong.hub.intake.collect;

import org.jspecify.annotations.NullMarked;
