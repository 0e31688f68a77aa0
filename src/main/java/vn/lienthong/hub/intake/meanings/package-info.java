/**
 * Codes nobody knew, given a meaning by two people (bổ sung bảng mã có người duyệt).
 *
 * <p>In: the cause of a parked record and what its code means, by {@code POST /api/v1/meanings}. Out: once somebody else has
 * approved it, a new version of the configuration in which the sender's own file says so; ADR 6 keeps it over a restart. The
 * parked records are then replayed as any others. Open {@code ProposalDesk} first.
 */
@NullMarked
package vn.lienthong.hub.intake.meanings;

import org.jspecify.annotations.NullMarked;
