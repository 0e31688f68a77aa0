/**
 * Log-ins of people: who is in this browser, how sure we are, and since when. Open {@link
 * vn.lienthong.identity.login.Logins} first.
 */
@NullMarked
package vn.lienthong.identity.login;

import org.jspecify.annotations.NullMarked;
