/**
 * The keys that sign tokens: kept in PostgreSQL with their private half sealed, replaced with overlap. Open {@link
 * vn.lienthong.identity.keys.KeyRing} first.
 */
@NullMarked
package vn.lienthong.identity.keys;

import org.jspecify.annotations.NullMarked;
