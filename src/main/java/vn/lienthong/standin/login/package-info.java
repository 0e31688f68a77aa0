/**
 * The national log-in's stand-in: DVCQG with its own claim names and end points, and VNeID behind it or direct. The
 * accounts and how they misbehave are data, in {@code mocks/identity/accounts.json}.
 *
 * <p>Open {@link vn.lienthong.standin.login.NationalLogin} first.
 */
@NullMarked
package vn.lienthong.standin.login;

import org.jspecify.annotations.NullMarked;
