/**
 * Federation upward: log-ins at the national providers. Where they are, what their claims are called and what they
 * leave out is data ({@code config/identity/upstreams.yaml}); here is only what is done with it.
 *
 * <p>Open {@link vn.lienthong.identity.upstream.Upstream} first, then {@code ClaimReader}.
 */
@NullMarked
package vn.lienthong.identity.upstream;

import org.jspecify.annotations.NullMarked;
