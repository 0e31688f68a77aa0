/**
 * Letters that come back: a mail server accepted a notice and says later, by a letter of its own (RFC 3464), that there
 * is no such mailbox.
 *
 * <p>{@code ReturnsDesk} lets one node at a time read the mailbox that receives them; {@code Report} finds the notice by
 * the id of the letter, {@code ReturnedNotices} marks it as bounced. Off unless {@code notify/returns.yaml} names a host.
 */
@NullMarked
package vn.lienthong.hub.notify.returns;

import org.jspecify.annotations.NullMarked;
