/**
 * Pays fees (lệ phí) over the national payment platform: start a payment, take its signed confirmation, ask about it, and
 * compare what the bank says with what the dossier knows.
 *
 * <p>In: {@code POST /api/v1/payments} by staff, signed CONFIRM messages of the platform. Out: INIT, QUERY and GET_BILL; a
 * paid fee in the register. Open {@code Confirmations} first.
 */
@NullMarked
package vn.lienthong.hub.national.payment;

import org.jspecify.annotations.NullMarked;
