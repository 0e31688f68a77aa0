/**
 * What is over goes after its time (thời hạn lưu): each module says what of its own that is, and never what is open.
 *
 * <p>Dossiers, their events and their submissions are not among it. Open {@link vn.lienthong.hub.platform.retention.Purge}.
 */
@NamedInterface("retention")
@NullMarked
package vn.lienthong.hub.platform.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
