/** Answers of identity's own API: problems that name field, rule and remedy (RFC 9457). */
@NullMarked
package vn.lienthong.identity.http;

import org.jspecify.annotations.NullMarked;
