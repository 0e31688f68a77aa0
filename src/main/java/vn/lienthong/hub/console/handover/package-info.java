/**
 * What happened since a moment, for whoever takes over a shift.
 *
 * <p>Open {@link vn.lienthong.hub.console.handover.Shift} first.
 */
@NullMarked
package vn.lienthong.hub.console.handover;

import org.jspecify.annotations.NullMarked;
