/**
 * Time: the zone of Vietnam, the injected clock, and the hybrid logical clock that stamps each submission.
 *
 * <p>Open {@link vn.lienthong.hub.platform.time.HybridClock} and {@link vn.lienthong.hub.platform.time.VietnamTime} first.
 */
@NamedInterface("time")
@NullMarked
package vn.lienthong.hub.platform.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
