/**
 * When the portal is away: announced maintenance windows (thời gian bảo trì), at what pace the backlog then goes out, and
 * when it will be empty.
 *
 * <p>In: {@code /api/v1/national/maintenance}. Out: the portal's breaker held open, the dispatcher's pace, {@code
 * /api/v1/national/outlook}. Open {@code MaintenanceWatch} first.
 */
@NullMarked
package vn.lienthong.hub.national.outage;

import org.jspecify.annotations.NullMarked;
