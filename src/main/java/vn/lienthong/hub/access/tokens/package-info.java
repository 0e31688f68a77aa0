/**
 * Tokens of the province's identity provider (JSON Web Tokens, RFC 9068) as a way to say who is calling.
 *
 * <p>In: the text behind {@code Bearer}. Out: a {@link vn.lienthong.hub.access.tokens.Token}, or nothing. Open {@link
 * vn.lienthong.hub.access.tokens.Tokens} first: like the keys it answers from memory, so that no request waits for the
 * provider.
 */
@NullMarked
package vn.lienthong.hub.access.tokens;

import org.jspecify.annotations.NullMarked;
