/**
 * Call-backs: telling a sender's system, in its own format and words, what happened to its dossiers elsewhere.
 *
 * <p>A status that another system moved is read from the gap-free change feed; a record that was refused is written in
 * the transaction that refused it. Both become rows of {@code hub.call_backs}, told in order per dossier until the
 * sender's reply, read by the phrase table of its file, says done or never. Open {@code CallBackPlanner} first.
 */
@NullMarked
package vn.lienthong.hub.notify.callbacks;

import org.jspecify.annotations.NullMarked;
