/** Browsers' sessions in Redis, sealed; losing them means logging in again and nothing worse. */
@NullMarked
package vn.lienthong.identity.session;

import org.jspecify.annotations.NullMarked;
