/**
 * Short messages to citizens by SMS and e-mail.
 *
 * <p>{@code Planner} reads the gap-free change feed from where it stopped and writes a row per notice in the same
 * transaction as its place in the feed: nothing is lost, a unique key lets nothing in twice, and registering a dossier
 * costs nothing more. {@code Courier} claims rows, calls a {@code Gateway} without a transaction, and settles them.
 */
@NullMarked
package vn.lienthong.hub.notify.notices;

import org.jspecify.annotations.NullMarked;
