/**
 * What is over goes after its time (thời hạn lưu): each part says what of its own that is, and never what is open.
 *
 * <p>The audit, subjects, accounts and links are not among it. Open {@link vn.lienthong.identity.retention.Purge}.
 */
@NullMarked
package vn.lienthong.identity.retention;

import org.jspecify.annotations.NullMarked;
