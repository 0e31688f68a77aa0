/**
 * The legal clock (thời hạn giải quyết): when a result is due, what stops the clock, and what became of the first date.
 *
 * <p>In: the moment of reception, the limit of the procedure's version, the stops that the history tells. Out: the due
 * date at reception, the one of now, and each adjustment between them. Open {@link
 * vn.lienthong.hub.dossier.deadline.LegalClock} first: it holds the rule; {@link
 * vn.lienthong.hub.dossier.deadline.Deadlines} reads what the register kept.
 */
@NamedInterface("deadline")
@NullMarked
package vn.lienthong.hub.dossier.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
