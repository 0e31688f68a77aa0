/**
 * Who did what: the actor with a role, and the hash-chained audit that nobody can change without being found out.
 *
 * <p>Open {@link vn.lienthong.hub.platform.audit.Audit} first.
 */
@NamedInterface("audit")
@NullMarked
package vn.lienthong.hub.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
