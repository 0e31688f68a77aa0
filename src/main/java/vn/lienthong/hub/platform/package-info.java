/**
 * What every module of the hub stands on: failure reasons and problems, the hybrid clock, the seal and the content
 * store, masks, actors and the audit, and the applied configuration. It knows no domain words.
 *
 * <p>Open {@link vn.lienthong.hub.platform.Reason}, {@link vn.lienthong.hub.platform.AppliedConfig} and
 * {@link vn.lienthong.hub.platform.Audit} first.
 */
@NullMarked
package vn.lienthong.hub.platform;

import org.jspecify.annotations.NullMarked;
