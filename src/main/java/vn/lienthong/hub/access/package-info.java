/**
 * Who is calling (API keys, roles, rights) and who it is about (checked and masked ids).
 *
 * <p>In: a request with {@code Authorization: Bearer lt_...} or {@code X-Api-Key}. Out: a {@link
 * vn.lienthong.hub.access.Caller} in the security context, or 401 before anything else is revealed. Open {@link
 * vn.lienthong.hub.access.KeyRing} first: it answers from memory, so the door opens with PostgreSQL down.
 */
@NullMarked
package vn.lienthong.hub.access;

import org.jspecify.annotations.NullMarked;
