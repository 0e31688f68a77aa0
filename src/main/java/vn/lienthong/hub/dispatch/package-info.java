/**
 * Hands a dossier that was filed elsewhere to the one system that works on it (chuyển hồ sơ): a department's portal, the
 * provincial one-stop, a ministry's system.
 *
 * <p>In: dossiers of senders that say {@code handsOver: true}, as the register changes them. A route, by procedure, version
 * and date, names the system; from then on that system alone writes the dossier's status. Out: messages in its own words
 * ({@code words}), pushed to it or fetched by it ({@code inbox}), in order per dossier, each with an id that stays; and the
 * list of dossiers that wait for their next acknowledgement. Open {@code DispatchPlanner}, then {@code DispatchCourier}.
 */
@NullMarked
package vn.lienthong.hub.dispatch;

import org.jspecify.annotations.NullMarked;
