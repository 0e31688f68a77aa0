/**
 * What goes back to people (thông báo): printed slips of the one-stop desk and notices by SMS and e-mail.
 *
 * <p>In: a dossier of the register, or a change of its status. Out: forms 01 to 07 as HTML and PDF/A ({@code slips});
 * short messages through gateways that are data, each attempt logged ({@code notices}); call-backs in each sender's own
 * words ({@code callbacks}). Nothing here changes a dossier,
 * and nothing that registers one waits for it. Open {@code slips.SlipDesk}, then {@code notices.Planner}.
 */
@NullMarked
package vn.lienthong.hub.notify;

import org.jspecify.annotations.NullMarked;
