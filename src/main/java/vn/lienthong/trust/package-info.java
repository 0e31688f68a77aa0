/**
 * What every context relies on and none owns: the master key and the seal, the chain of an audit, and what is known of
 * the ids of people and companies. No Spring context, no table of its own, no word of the hub or of identity.
 *
 * <p>Open {@link vn.lienthong.trust.Seal} first, then {@link vn.lienthong.trust.AuditLog}.
 */
@NullMarked
package vn.lienthong.trust;

import org.jspecify.annotations.NullMarked;
