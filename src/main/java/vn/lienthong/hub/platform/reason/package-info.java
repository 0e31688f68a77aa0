/**
 * Why something failed: a rule with the field and masked value, and its sentence and remedy in the languages of {@code
 * messages/reasons_*.properties}.
 *
 * <p>Open {@link vn.lienthong.hub.platform.reason.Reason} first.
 */
@NamedInterface("reason")
@NullMarked
package vn.lienthong.hub.platform.reason;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
