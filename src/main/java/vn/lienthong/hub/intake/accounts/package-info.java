/**
 * Proves that nothing is lost (đối soát): {@code accepted = registered + refused + parked + inFlight}, per sender and in
 * total, at any moment.
 *
 * <p>Out: {@code GET /api/v1/accounts} and gauges. Open {@link vn.lienthong.hub.intake.accounts.Account} first.
 */
@NullMarked
package vn.lienthong.hub.intake.accounts;

import org.jspecify.annotations.NullMarked;
