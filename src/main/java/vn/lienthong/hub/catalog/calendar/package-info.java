/**
 * Working time (thời gian làm việc): sessions, days off and days worked instead, of the province and of single agencies;
 * time limits and periods.
 *
 * <p>Open {@link vn.lienthong.hub.catalog.calendar.WorkingTime} first: it holds the rule.
 */
@NamedInterface("calendar")
@NullMarked
package vn.lienthong.hub.catalog.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
