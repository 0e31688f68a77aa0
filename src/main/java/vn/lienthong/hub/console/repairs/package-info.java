/**
 * What became of one record that failed once: edited, read again, or part of a plan, and by whom.
 *
 * <p>Asked of one record, and of all records of a dossier for its timeline. Open
 * {@link vn.lienthong.hub.console.repairs.RepairOrders} first.
 */
@NullMarked
package vn.lienthong.hub.console.repairs;

import org.jspecify.annotations.NullMarked;
