/**
 * What became of one record that failed once: edited, read again, or part of a plan, and by whom.
 *
 * <p>Open {@link vn.lienthong.hub.console.repairs.MendedRecords} first.
 */
@NullMarked
package vn.lienthong.hub.console.repairs;

import org.jspecify.annotations.NullMarked;
