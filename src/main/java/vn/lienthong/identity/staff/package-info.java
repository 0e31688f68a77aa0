/**
 * Staff: local accounts with rights by day, passwords, a second factor, lock-out, and their log-in pages. A realm of its
 * own: no claim of a citizen's provider ever gives a right of staff, and the reverse.
 *
 * <p>In: forms of browsers, calls of administrators. Out: log-ins (provider {@code staff}) whose tokens carry principal,
 * role, department and agency. Open {@link vn.lienthong.identity.staff.StaffEntry} first, then {@link
 * vn.lienthong.identity.staff.StaffDesk}.
 */
@NullMarked
package vn.lienthong.identity.staff;

import org.jspecify.annotations.NullMarked;
