/**
 * What the national portal asks of the hub in its own words (tra cứu hồ sơ): {@code TraCuuHoSo} by code.
 *
 * <p>In: the portal's envelope. Out: the portal's envelope, also for business errors. Open {@code LookupEndpoint} first.
 */
@NullMarked
package vn.lienthong.hub.national.lookup;

import org.jspecify.annotations.NullMarked;
