/**
 * The content store: bytes too large for a message, encrypted in frames, named by their hash; in a folder or a bucket.
 *
 * <p>Open {@link vn.lienthong.hub.platform.content.ContentStore} first.
 */
@NamedInterface("content")
@NullMarked
package vn.lienthong.hub.platform.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
