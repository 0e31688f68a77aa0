/**
 * Who is at the console: logged in by the province's identity provider, or with a key of one's own when that is away.
 *
 * <p>In: a browser. Out: a {@link vn.lienthong.hub.console.session.Visit} with the proof by which the pages ask the hub's
 * API. It lives in a sealed cookie, so that losing Redis, PostgreSQL or a node logs nobody out. Open {@link
 * vn.lienthong.hub.console.session.ConsoleSecurity} first.
 */
@NullMarked
package vn.lienthong.hub.console.session;

import org.jspecify.annotations.NullMarked;
