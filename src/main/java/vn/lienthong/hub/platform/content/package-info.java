/**
 * The content store: bytes too large for a message, compressed and encrypted in frames, named by their hash.
 *
 * <p>Open {@link vn.lienthong.hub.platform.content.ContentStore} first.
 */
@NamedInterface("content")
@NullMarked
package vn.lienthong.hub.platform.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
