/**
 * Links to files of dossiers that the hub gives to others: signed, over after a while, and saying nothing to whoever
 * reads them.
 *
 * <p>Open {@link vn.lienthong.hub.access.files.FileLinks} first.
 */
@NamedInterface("files")
@NullMarked
package vn.lienthong.hub.access.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
