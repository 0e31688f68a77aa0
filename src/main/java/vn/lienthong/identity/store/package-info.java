/** Identity's own place in PostgreSQL: a pool and a schema apart from the hub's, brought up to date when it is there. */
@NullMarked
package vn.lienthong.identity.store;

import org.jspecify.annotations.NullMarked;
