/**
 * Three-way reconciliation (đối soát ba bên): the register beside what the national portal and a sender say they have,
 * dossier by dossier, with the cause, the owner and the repair of each difference.
 *
 * <p>In: lists of the other sides or a sample of look-ups, and a scope. Out: counts, differences, evidence. All sides are
 * read in ranges of the code's order, so that memory does not grow with them; a run has a connection of its own and a
 * rate, and begins anew when its node dies. Open {@code Reconciler} first.
 */
@NamedInterface("agreement")
@NullMarked
package vn.lienthong.hub.quality.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
