/**
 * How it stands, per department and on the way to the national portal, and where somebody must act.
 *
 * <p>Open {@link vn.lienthong.hub.console.overview.Overview} first.
 */
@NullMarked
package vn.lienthong.hub.console.overview;

import org.jspecify.annotations.NullMarked;
