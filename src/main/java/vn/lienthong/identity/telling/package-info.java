/**
 * Tells clients what happened to the people they know: that a log-in ended (back-channel log-out), that an account was
 * linked, unlinked, changed or locked.
 *
 * <p>In: events, which the tables write themselves. Out: one durable errand per client, told in order per subject until
 * the client has it. Open {@link vn.lienthong.identity.telling.TellingDesk} first.
 */
@NullMarked
package vn.lienthong.identity.telling;

import org.jspecify.annotations.NullMarked;
