/**
 * What changed, told to every open page at once.
 *
 * <p>Open {@link vn.lienthong.hub.console.live.Pulse} first.
 */
@NullMarked
package vn.lienthong.hub.console.live;

import org.jspecify.annotations.NullMarked;
