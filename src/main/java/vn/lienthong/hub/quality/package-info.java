/**
 * What the register says when it is counted: reports; what the results of its dossiers are worth ({@code results});
 * known falsifications ({@code integrity});
 * reconciliation with the other sides ({@code agreement}, by the {@code lists} they give); planned resends ({@code resend}).
 *
 * <p>In: a period. Out: rows whose numbers say which dossiers they count. Nothing here changes a dossier: what acts goes
 * through the ledger and the ports of {@code dossier}. Open {@link vn.lienthong.hub.quality.Reports} first.
 */
@NullMarked
package vn.lienthong.hub.quality;

import org.jspecify.annotations.NullMarked;
