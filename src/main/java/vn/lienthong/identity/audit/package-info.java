/** Identity's own hash-chained audit: every log-in, denial, grant and administrative act. */
@NullMarked
package vn.lienthong.identity.audit;

import org.jspecify.annotations.NullMarked;
