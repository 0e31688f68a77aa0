/** What people see: choosing where to log in, consent, logged out, errors; Vietnamese and English, without JavaScript. */
@NullMarked
package vn.lienthong.identity.page;

import org.jspecify.annotations.NullMarked;
