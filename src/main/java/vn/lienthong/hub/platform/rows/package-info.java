/**
 * Text that comes in rows, as registers and lists do.
 *
 * <p>Open {@link vn.lienthong.hub.platform.rows.RowReader} first.
 */
@NamedInterface("rows")
@NullMarked
package vn.lienthong.hub.platform.rows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
