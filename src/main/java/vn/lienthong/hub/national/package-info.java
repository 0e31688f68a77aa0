/**
 * Keeps the national portal (Cổng Dịch vụ công quốc gia) in step with the register.
 *
 * <p>In come wake-ups; what is owed stands in the sync ledger. Out go dossiers ({@code
 * DongBoHoSoMC}) and progress steps ({@code CapNhatTienDoHoSoMC}), each attempt recorded with its
 * exact bytes. The portal looks dossiers up through {@code lookup}; staff read {@code ledger}. Open {@code
 * NationalSync} first, then {@code sync.Flights}: one flight claims dossiers, calls without a transaction, and settles
 * what came back.
 */
@NullMarked
package vn.lienthong.hub.national;

import org.jspecify.annotations.NullMarked;
