/**
 * The OpenID Connect provider itself: its endpoints, what goes into tokens and under which conditions a code is given.
 * Open {@code ProviderSecurity} first.
 */
@NullMarked
package vn.lienthong.identity.provider;

import org.jspecify.annotations.NullMarked;
