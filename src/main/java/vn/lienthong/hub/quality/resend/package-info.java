/**
 * Resending with a plan (gửi lại có kế hoạch): many dossiers are chosen, frozen, tried dry, approved by a second person
 * where they are many, and then told the portal again at a rate, in hours that were agreed.
 *
 * <p>In: a selection. Out: rows of the ledger in its own bulk lane, behind what happens now, and a report whose counts add
 * up. A portion is one transaction over plan and ledger, so that nothing runs twice whatever is killed. Open {@code Plans}
 * first, then {@code Portion}.
 */
@NamedInterface("resend")
@NullMarked
package vn.lienthong.hub.quality.resend;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
