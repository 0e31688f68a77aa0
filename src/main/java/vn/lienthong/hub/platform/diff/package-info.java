/**
 * What differs between two texts, line by line, for people who review a change.
 *
 * <p>Open {@link vn.lienthong.hub.platform.diff.LineDiff} first.
 */
@NamedInterface("diff")
@NullMarked
package vn.lienthong.hub.platform.diff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
