/**
 * The master key and the seal: what is stored of a submission is compressed and encrypted.
 *
 * <p>Open {@link vn.lienthong.hub.platform.seal.Seal} first.
 */
@NamedInterface("seal")
@NullMarked
package vn.lienthong.hub.platform.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
