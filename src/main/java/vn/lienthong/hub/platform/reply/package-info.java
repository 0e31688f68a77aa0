/**
 * What the reply of a system that was told something means, read by the phrase table of its file.
 *
 * <p>Open {@link vn.lienthong.hub.platform.reply.ReplyRows} first.
 */
@NamedInterface("reply")
@NullMarked
package vn.lienthong.hub.platform.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
