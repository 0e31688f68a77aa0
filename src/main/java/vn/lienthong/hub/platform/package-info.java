/**
 * What every module of the hub stands on; it knows no domain words. Here: the name of this node, the reach of Redis. In
 * rooms of their own: {@code reason} and {@code http} (failures and problems), {@code time}, {@code content} (what is
 * stored encrypted), {@code audit} (actors and their acts), {@code config} (the applied
 * configuration), {@code database}, {@code routes} (queues and Camel).
 *
 * <p>Open {@link vn.lienthong.hub.platform.reason.Reason}, {@link vn.lienthong.hub.platform.config.AppliedConfig} and
 * {@link vn.lienthong.hub.platform.audit.Audit} first.
 */
@NullMarked
package vn.lienthong.hub.platform;

import org.jspecify.annotations.NullMarked;
